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
  const panel = new Panel(part.querySelector('form'), lab);
  await panel.refresh();
  await panel.takeFromAddress();
  setInterval(() => document.hidden || panel.tick(), TICK_MS);
  setInterval(() => document.hidden || panel.isBeingSet || panel.refresh(), REFRESH_MS);
}

class Panel {
  #form;
  #lab;
  #network;
  #state = { enabled: true };
  /** When the network is good again by itself, on this page's clock; null if it stays as it is. */
  #goodAgainAt = null;

  constructor(form, lab) {
    this.#form = form;
    this.#lab = lab;
    this.#network = new Network(form.dataset.port, lab.api);
    this.#preset.addEventListener('change', () => this.#change());
    this.#through.addEventListener('change', () => this.#go());
    form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      this.#change();
    });
  }

  get #preset() {
    return this.#form.elements.preset;
  }

  get #through() {
    return this.#form.elements.through;
  }

  /** Whether somebody is at it, who must not be disturbed. */
  get isBeingSet() {
    const { activeElement } = document;
    return this.#form.contains(activeElement) && activeElement.matches('select, [type=number]');
  }

  /** Shows what the network is like meanwhile: others may have changed it. */
  async refresh() {
    try {
      this.#show(await this.#network.state());
    } catch (error) {
      this.#say('problem', error.message);
    }
  }

  /** Shows how long it takes until the network is good again. */
  tick() {
    const seconds = this.#goodAgainAt === null ? 0 : Math.ceil((this.#goodAgainAt - performance.now()) / 1000);
    if (this.#goodAgainAt !== null && seconds <= 0) {
      this.#goodAgainAt = null;
      this.refresh();
    }
    const closed = this.#state.enabled ? '' : text('network.closed');
    this.#say('status', seconds > 0 ? text('network.down', number(seconds)) : closed);
  }

  /** Makes the network what the page's address says, and goes through it, if it says anything. */
  async takeFromAddress() {
    const { settings } = this.#lab;
    const wanted = settings.choice('network', [...this.#preset.options].map(({ value }) => value), undefined);
    if (wanted === undefined) {
      return;
    }
    this.#preset.value = wanted;
    this.#eachNumber((field, range) => {
      field.value = settings.number(field.name, { ...range, fallback: field.valueAsNumber });
    });
    this.#through.checked = true;
    await this.#change();
    await this.#go();
  }

  #show(state) {
    this.#state = state;
    this.#goodAgainAt = state.remainingMs === null ? null : performance.now() + state.remainingMs;
    this.#preset.value = state.preset ?? OWN;
    if (!state.preset) {
      Object.entries(numbersOf(state)).forEach(([name, value]) => (this.#form.elements[name].value = value));
    }
    this.#form.querySelector('.own').hidden = this.#preset.value !== OWN;
    this.#say('meaning', text(`network-meaning.${this.#preset.value}`));
    this.tick();
  }

  /** Makes the network what the panel says. */
  async #change() {
    const isOwn = this.#preset.value === OWN;
    const wrong = isOwn ? this.#outOfRange() : undefined;
    this.#say('problem', wrong ?? '');
    if (wrong) {
      return;
    }
    try {
      this.#show(await this.#network.change(isOwn ? this.#numbers() : { preset: this.#preset.value }));
      this.#lab.announce(text(`network-meaning.${this.#preset.value}`));
    } catch (error) {
      this.#say('problem', error.message);
    }
    this.#remember();
  }

  /** Sends the page's connections the one way or the other. */
  async #go() {
    const isReachable = !this.#through.checked || (await this.#network.isReachable(this.#state));
    this.#through.checked &&= isReachable;
    this.#say('problem', isReachable ? '' : text('network.unreachable', this.#network.origin));
    this.#lab.origin = this.#through.checked ? this.#network.origin : location.origin;
    this.#lab.strategies.forEach(({ element, subscription }) =>
      subscription.move(new URL(element.dataset.path, this.#lab.origin).href),
    );
    this.#remember();
  }

  #remember() {
    const { settings } = this.#lab;
    const preset = this.#through.checked ? this.#preset.value : undefined;
    settings.set('network', preset);
    this.#eachNumber((field) => settings.set(field.name, preset === OWN ? field.value : undefined));
  }

  #numbers() {
    const numbers = {};
    this.#eachNumber((field) => (numbers[field.name] = field.valueAsNumber || 0));
    return numbers;
  }

  /** A sentence about a number that is out of its range. */
  #outOfRange() {
    let sentence;
    this.#eachNumber(({ name, valueAsNumber }, { min, max }) => {
      if (valueAsNumber < min || valueAsNumber > max) {
        sentence ??= text('network.range', text(`network-name.${name}`), number(min), number(max));
      }
    });
    return sentence;
  }

  #eachNumber(action) {
    Object.entries(RANGES).forEach(([name, range]) => action(this.#form.elements[name], range));
  }

  #say(place, sentence) {
    const element = this.#form.querySelector(`.${place}`);
    if (element.textContent !== sentence) {
      element.textContent = sentence;
    }
  }
}
