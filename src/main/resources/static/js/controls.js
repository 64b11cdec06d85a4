// The panel beside the cards: what publishes, and what is done to the connections.
import { call } from './api.js';
import { load, save } from './storage.js';
import { number, text } from './text.js';

const REFRESH_MS = 5000;

/** Runs what a button does: busy meanwhile, the problem shown beside it. */
async function run(button, problem, action) {
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
export function workloadControl(form, url) {
  const problem = form.querySelector('.problem');
  const status = form.querySelector('.status');
  const pause = form.querySelector('[name=pause]');
  let current = null;
  let edited = false;

  const kind = () => form.elements.kind.value;
  const groups = [...form.querySelectorAll('[data-kind]')];
  const showKind = () => groups.forEach((group) => (group.hidden = group.dataset.kind !== kind()));
  const inputs = () => [...groups.find((group) => group.dataset.kind === kind()).querySelectorAll('input')];

  function fill(workload) {
    edited = false;
    form.elements.kind.value = workload.kind;
    showKind();
    inputs().forEach((input) => {
      const value = workload[input.name];
      if (value !== undefined) {
        input.type === 'checkbox' ? (input.checked = value) : (input.value = value);
      }
    });
  }

  function settings() {
    const values = inputs().map((input) => [input.name, input.type === 'checkbox' ? input.checked : input.valueAsNumber]);
    return { kind: kind(), ...Object.fromEntries(values.filter(([, value]) => !Number.isNaN(value))) };
  }

  function show(workload) {
    current = workload;
    const { kind, running, published = 0, speed, rate } = workload;
    const what = kind === 'trace' ? text('workload.trace', number(speed)) : text('workload.generator', number(rate));
    status.textContent = text(running ? 'workload.running' : 'workload.paused', what, number(published));
    status.dataset.running = running;
    pause.textContent = text(running ? 'workload.pause' : 'workload.resume');
    // Somebody else may have changed it; what is being typed here is left alone.
    edited || fill(workload);
  }

  const refresh = async () => show(await call('GET', url));
  const put = async (body) => show((await call('PUT', url, body)) ?? (await call('GET', url)));

  form.addEventListener('input', () => {
    edited = true;
    showKind();
  });
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    run(form.querySelector('[type=submit]'), problem, async () => {
      await put(settings());
      edited = false;
    });
  });
  pause.addEventListener('click', () =>
    run(pause, problem, async () => {
      if (current?.running) {
        await call('DELETE', url);
        await refresh();
      } else {
        await put(settings());
      }
    }),
  );
  setInterval(() => document.hidden || refresh().catch(() => {}), REFRESH_MS);
  refresh().catch((error) => (problem.textContent = error.message));
}

/** How often polling asks; kept over a reload. */
export function intervalControl(form, changed) {
  const input = form.elements.interval;
  const problem = form.querySelector('.problem');
  input.value = load('interval') ?? input.value;
  const apply = () => {
    const { min, max, value } = input;
    const valid = value !== '' && Number(value) >= Number(min) && Number(value) <= Number(max);
    problem.textContent = valid ? '' : text('interval.range', number(min), number(max));
    input.setAttribute('aria-invalid', String(!valid));
    if (valid) {
      input.removeAttribute('aria-invalid');
      save('interval', value);
      changed(Number(value));
    }
  };
  form.addEventListener('submit', (submit) => submit.preventDefault());
  input.addEventListener('change', apply);
  apply();
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
