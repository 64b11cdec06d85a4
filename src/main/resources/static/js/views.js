// The views of the page: tabs, as the ARIA Authoring Practices describe them.

/** Shows the view that the address names, and lets others be chosen; `changed(view)` is called each time. */
export function views(tablist, settings, changed) {
  const tabs = [...tablist.querySelectorAll('[role=tab]')];
  const names = tabs.map((tab) => tab.dataset.view);

  function show(name) {
    for (const tab of tabs) {
      const chosen = tab.dataset.view === name;
      tab.setAttribute('aria-selected', chosen);
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !chosen;
    }
    changed(name);
  }

  function choose(name) {
    settings.set('view', name === names[0] ? undefined : name);
    show(name);
  }

  tablist.addEventListener('click', (click) => {
    const tab = click.target.closest('[role=tab]');
    if (tab) {
      click.preventDefault();
      choose(tab.dataset.view);
    }
  });
  tablist.addEventListener('keydown', (press) => {
    const here = tabs.indexOf(document.activeElement);
    const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[press.key];
    if (there !== undefined) {
      press.preventDefault();
      const tab = tabs.at(there % tabs.length);
      choose(tab.dataset.view);
      tab.focus();
    }
  });
  show(settings.choice('view', names, names[0]));
}
