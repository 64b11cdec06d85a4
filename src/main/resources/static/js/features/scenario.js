// Workloads that people know, one click each. The workload is the server's: shown is what really runs.
import { run } from '../controls.js';
import { text } from '../text.js';
import { asSettings, askedFor, scenarioOf } from '../workload-settings.js';
import { same } from '../workload.js';

export function start(element, lab) {
  const { settings, workload } = lab;
  const status = element.querySelector('.status');
  const problem = element.querySelector('.problem');
  const scenarios = [...element.querySelectorAll('[data-scenario]')].map(read);
  const asked = askedFor(settings, scenarios, ranges(document.getElementById('workload')));
  let known = false;

  workload.watch((current, { mine, foreign }) => {
    lab.scenario = scenarioOf(current, scenarios);
    for (const { id, button } of scenarios) {
      button.setAttribute('aria-pressed', id === lab.scenario?.id);
    }
    if (mine) {
      status.textContent = '';
      settings.setAll(asSettings(current, scenarios));
    } else if (foreign) {
      status.textContent = text('scenario.foreign', nameOf(lab.scenario, current));
      // What others chose must not be undone by a reload here.
      settings.setAll(asSettings(null, scenarios));
    }
    if (!known) {
      known = true;
      asked && !same(asked, current) && apply(asked);
    }
  });
  settings.tell(() => (workload.current ? asSettings(workload.current, scenarios) : {}));
  scenarios.forEach(({ button, workload: chosen }) =>
    button.addEventListener('click', () => run(button, problem, () => workload.put(chosen))),
  );

  function apply(spec) {
    workload.put(spec).catch((error) => (problem.textContent = error.message));
  }
}

function read(button) {
  const { scenario: id, rate, size, speed, twoWay } = button.dataset;
  const workload = speed
    ? { kind: 'trace', speed: Number(speed), loop: true }
    : { kind: 'generator', rate: Number(rate), size: Number(size), burst: 1 };
  return { id, name: button.querySelector('b').textContent, workload, twoWay: twoWay === 'true', button };
}

/** What the fields for a workload of one's own take. */
function ranges(form) {
  return Object.fromEntries(
    [...form.querySelectorAll('input[type=number]')].map(({ name, min, max, defaultValue }) => [
      name,
      { min: Number(min), max: Number(max), fallback: Number(defaultValue) },
    ]),
  );
}

function nameOf(scenario, { running }) {
  if (!running) {
    return text('scenario.paused');
  }
  return scenario?.name ?? text('scenario.own');
}
