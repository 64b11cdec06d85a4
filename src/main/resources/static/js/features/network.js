// The panel that sends the page's connections through the faulty network, and says what that is like.
import { Network, numbersOf } from '../network.js';
import { number, text } from '../text.js';

const OWN = 'own';
const RANGES = {
  latency: { min: 0, max: 10_000 },
  jitter: { min: 0, max: 10_000 },
  bandwidth: { min: 0, max: 1_000_000 },
};
const REFRESH_MS = 5000;
const TICK_MS = 500;

export async function start(part, lab) {
  const form = part.querySelector('form');
  const { through, preset } = form.elements;
  const network = new Network(form.dataset.port, lab.api);
  const presets = [...preset.options].map(({ value }) => value);
  let state = { enabled: true };
  let goodAgainAt = null;

  const problem = (sentence) => (form.querySelector('.problem').textContent = sentence);
  const own = () =>
    Object.fromEntries(Object.keys(RANGES).map((name) => [name, form.elements[name].valueAsNumber || 0]));

  function show(shown) {
    state = shown;
    goodAgainAt = shown.remainingMs === null ? null : performance.now() + shown.remainingMs;
    preset.value = shown.preset ?? OWN;
    if (!shown.preset && !form.contains(document.activeElement)) {
      Object.entries(numbersOf(shown)).forEach(([name, value]) => (form.elements[name].value = value));
    }
    form.querySelector('.meaning').textContent = text(`network-meaning.${preset.value}`);
    showOwn();
    tick();
  }

  const showOwn = () => (form.querySelector('.own').hidden = preset.value !== OWN);

  function tick() {
    const seconds = goodAgainAt && Math.ceil((goodAgainAt - performance.now()) / 1000);
    form.querySelector('.status').textContent = seconds > 0 ? text('network.down', number(seconds)) : '';
    form.toggleAttribute('data-down', !state.enabled);
    if (goodAgainAt && seconds <= 0) {
      goodAgainAt = null;
      refresh();
    }
  }

  const refresh = () => network.state().then(show, () => {});

  async function change() {
    problem('');
    const wrong = preset.value === OWN && wrongOf(own());
    if (wrong) {
      problem(wrong);
      return;
    }
    try {
      show(await network.change(preset.value === OWN ? own() : { preset: preset.value }));
      lab.announce(form.querySelector('.meaning').textContent);
    } catch (error) {
      problem(error.message);
    }
    remember();
  }

  function remember() {
    lab.settings.set('network', through.checked ? preset.value : undefined);
    const numbers = through.checked && preset.value === OWN ? own() : {};
    Object.keys(RANGES).forEach((name) => lab.settings.set(name, numbers[name]));
  }

  /** Sends the page's connections the one way or the other. */
  async function go() {
    problem('');
    if (through.checked && !(await network.isReachable(state))) {
      through.checked = false;
      problem(text('network.unreachable', network.origin));
    }
    lab.origin = through.checked ? network.origin : location.origin;
    lab.strategies.forEach(({ element, subscription }) =>
      subscription.move(new URL(element.dataset.path, lab.origin).href),
    );
    remember();
  }

  preset.addEventListener('change', () => {
    showOwn();
    change();
  });
  through.addEventListener('change', go);
  form.addEventListener('submit', (submit) => {
    submit.preventDefault();
    change();
  });

  await network.state().then(show, ({ message }) => problem(message));
  const wanted = lab.settings.choice('network', presets, undefined);
  if (wanted) {
    preset.value = wanted;
    for (const [name, range] of Object.entries(RANGES)) {
      const field = form.elements[name];
      field.value = lab.settings.number(name, { ...range, fallback: field.valueAsNumber });
    }
    through.checked = true;
    await change();
    await go();
  }
  setInterval(() => document.hidden || tick(), TICK_MS);
  setInterval(() => document.hidden || form.contains(document.activeElement) || refresh(), REFRESH_MS);
}

/** A sentence about the first number that is out of its range. */
function wrongOf(numbers) {
  const wrong = Object.entries(RANGES).find(([name, { min, max }]) => numbers[name] < min || numbers[name] > max);
  return wrong && text('network.range', text(`network-name.${wrong[0]}`), number(wrong[1].min), number(wrong[1].max));
}
