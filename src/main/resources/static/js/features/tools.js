// What can be done with the comparison as a whole: freeze it, begin it anew, take it along.
import { copy, download } from '../clipboard.js';
import { comparison } from '../comparison.js';
import { FORMATS } from '../formats.js';
import { text } from '../text.js';

const SAID_MS = 5000;

export function start(element, lab) {
  const menu = element.querySelector('details');
  const said = element.querySelector('.said');
  let since = new Date();
  let silence;

  function say(sentence) {
    said.textContent = sentence;
    clearTimeout(silence);
    silence = setTimeout(() => (said.textContent = ''), SAID_MS);
  }

  async function copied(what, sentence) {
    await copy(what).then(
      () => say(sentence),
      () => say(text('tools.not-copied')),
    );
  }

  const written = (format) => FORMATS[format].write(comparison(lab, { since, now: new Date() }));

  const actions = {
    freeze: ({ button }) => {
      lab.frozen = !lab.frozen;
      button.setAttribute('aria-pressed', lab.frozen);
      document.body.toggleAttribute('data-frozen', lab.frozen);
      for (const { card, subscription } of lab.strategies) {
        card.frozen = lab.frozen;
        subscription.dirty = true;
      }
      say(text(lab.frozen ? 'tools.frozen' : 'tools.thawed'));
    },
    reset: () => {
      since = new Date();
      lab.strategies.forEach(({ subscription }) => subscription.reset());
      say(text('tools.began-anew'));
    },
    download: ({ button }) => {
      const { type, extension } = FORMATS[button.value];
      const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '-');
      download(`push-lab-${stamp}.${extension}`, type, written(button.value));
    },
    'copy-markdown': () => copied(written('markdown'), text('tools.copied-markdown')),
    'copy-link': () => copied(lab.settings.link(), text('tools.copied-link')),
  };

  element.addEventListener('click', ({ target }) => {
    const button = target.closest('button[name]');
    if (button) {
      actions[button.name]({ button });
      menu.open = false;
    }
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && (menu.open = false));
  document.addEventListener('click', ({ target }) => menu.contains(target) || (menu.open = false));
}
