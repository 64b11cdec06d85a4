// The panel beside the cards: what publishes, and what is done to the connections.
import { call } from './api.js';
import { SLOTS } from './slots.js';
import { load, save } from './storage.js';
import { number, text } from './text.js';

const REFRESH_MS = 5000;
/** How the address calls the choice that leaves it to the client. */
const AUTOMATIC = 'automatic';

/** Runs what a button does: busy meanwhile, the problem shown beside it. */
export async function run(button, problem, action) {
  problem.textContent = '';
  button.setAttribute('aria-busy', 'true');
  try {
    await action();
  } catch (error) {
    problem.textContent = error.message;
  } finally {
    button.removeAttribute('aria-busy');
  }
}

/** The workload: shows what runs, changes it, pauses and resumes it. */
export function workloadControl(form, workload) {
  const problem = form.querySelector('.problem');
  const status = form.querySelector('.status');
  const pause = form.querySelector('[name=pause]');
  let edited = false;

  const kind = () => form.elements.kind.value;
  const groups = [...form.querySelectorAll('[data-kind]')];
  const showKind = () => groups.forEach((group) => (group.hidden = group.dataset.kind !== kind()));
  const inputs = () => [...groups.find((group) => group.dataset.kind === kind()).querySelectorAll('input')];

  function fill(figures) {
    edited = false;
    form.elements.kind.value = figures.kind;
    showKind();
    inputs().forEach((input) => {
      const value = figures[input.name];
      if (value !== undefined) {
        input.type === 'checkbox' ? (input.checked = value) : (input.value = value);
      }
    });
  }

  function figures() {
    const values = inputs().map((input) => [input.name, input.type === 'checkbox' ? input.checked : input.valueAsNumber]);
    return { kind: kind(), ...Object.fromEntries(values.filter(([, value]) => !Number.isNaN(value))) };
  }

  function show(current, { mine }) {
    const { kind, running, published = 0, speed, rate } = current;
    const what = kind === 'trace' ? text('workload.trace', number(speed)) : text('workload.generator', number(rate));
    status.textContent = text(running ? 'workload.running' : 'workload.paused', what, number(published));
    status.dataset.running = running;
    pause.textContent = text(running ? 'workload.pause' : 'workload.resume');
    // Somebody else may have changed it; what is being typed here is left alone.
    if (mine || !edited) {
      fill(current);
    }
  }

  form.addEventListener('input', () => {
    edited = true;
    showKind();
  });
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    run(form.querySelector('[type=submit]'), problem, () => workload.put(figures()));
  });
  pause.addEventListener('click', () =>
    run(pause, problem, () => (workload.current?.running ? workload.stop() : workload.put(figures()))),
  );
  const look = () => document.hidden || workload.refresh().catch(() => {});
  workload.watch(show);
  setInterval(look, REFRESH_MS);
  document.addEventListener('visibilitychange', look);
  workload.refresh().catch((error) => (problem.textContent = error.message));
}

/**
 * What can be set in a strategy's card; kept in the address and over a reload.
 *
 * @param refusal tells why the given options can't be had now, if so
 */
export function optionsControl(form, id, { refusal, changed, settings }) {
  const problem = form.querySelector('.problem');
  form.addEventListener('submit', (submit) => submit.preventDefault());
  for (const field of form.querySelectorAll('input, select')) {
    const key = `option.${id}.${field.name}`;
    const options = () => ({ [field.name]: field.type === 'number' ? field.valueAsNumber : field.value });
    restore(field, load(key));
    readAddress(field, settings);
    settings.tell(() => ({ [field.name]: field.value || AUTOMATIC }));
    let applied = field.value;
    changed(options());
    field.addEventListener('change', () => {
      const wrong = outOfRange(field);
      wrong ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid');
      problem.textContent = wrong ? text('option.range', number(field.min), number(field.max)) : (refusal(options()) ?? '');
      if (problem.textContent === '') {
        save(key, (applied = field.value));
        settings.set(field.name, field.value || AUTOMATIC);
        changed(options());
      } else if (!wrong) {
        field.value = applied;
      }
    });
  }
}

/** What the address says wins over what was kept. */
function readAddress(field, settings) {
  const { name, type, min, max, value } = field;
  if (type === 'number') {
    field.value = settings.number(name, { min: Number(min), max: Number(max), fallback: Number(value) });
  } else {
    const choices = [...field.options].map((option) => option.value || AUTOMATIC);
    const chosen = settings.choice(name, choices, value || AUTOMATIC);
    field.value = chosen === AUTOMATIC ? '' : chosen;
  }
}

function restore(field, value) {
  const before = field.value;
  field.value = value ?? before;
  if (field.selectedIndex === -1 || outOfRange(field)) {
    field.value = before;
  }
}

function outOfRange({ type, value, validity: { rangeUnderflow, rangeOverflow } }) {
  return type === 'number' && (value === '' || rangeUnderflow || rangeOverflow);
}

/** Publishes what the user writes, as one event. */
export function publishControl(form, url) {
  const result = form.querySelector('.result');
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    result.textContent = '';
    run(form.querySelector('button'), form.querySelector('.problem'), async () => {
      const event = { type: 'greeting', data: { text: form.elements.text.value } };
      result.textContent = text('published', (await call('POST', url, event)).id);
    });
  });
}

/** Has the server drop every connection that it holds. */
export function dropControl(form, url, dropping) {
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    run(form.querySelector('button'), form.querySelector('.problem'), () => {
      dropping();
      return call('DELETE', url);
    });
  });
}

/** Shows how many of its connections the browser has left; touches only what has changed. */
export function showSlots(box, { here, elsewhere, total, limited }, protocol) {
  const field = box.querySelector('.held');
  const line = limited
    ? text(elsewhere > 0 ? 'slots.held-elsewhere' : 'slots.held', number(total), SLOTS, number(elsewhere))
    : text('slots.multiplexed', protocol.replace('h', 'HTTP/'));
  if (field.textContent !== line) {
    field.textContent = line;
    box.dataset.limited = limited;
    [...box.querySelectorAll('.picture i')].forEach((place, i) => {
      place.className = i < here ? 'here' : i < total ? 'elsewhere' : '';
    });
  }
}
