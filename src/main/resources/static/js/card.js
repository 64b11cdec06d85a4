import { describe } from './describe.js';
import { duration, number, text, textOr } from './text.js';

/** Shows a subscription in its card; touches only what has changed. */
export class Card {
  #element;
  #fields = new Map();
  #rows;

  constructor(element) {
    this.#element = element;
    element.querySelectorAll('[data-field]').forEach((field) => this.#fields.set(field.dataset.field, field));
    this.#rows = [...element.querySelectorAll('.events li')];
  }

  get name() {
    return this.#element.dataset.name;
  }

  get toggle() {
    return this.#element.querySelector('[role=switch]');
  }

  get options() {
    return this.#element.querySelector('.options');
  }

  show(subscription) {
    const { state, meter, events } = subscription;
    const ledger = meter.snapshot();
    this.#element.dataset.state = state.name;
    this.#set('state', stateOf(state));
    this.#set('reason', reasonOf(state));
    this.#set('last', duration(ledger.latency.last));
    this.#set('p50', duration(ledger.latency.p50));
    this.#set('p99', duration(ledger.latency.p99));
    for (const name of ['received', 'lost', 'duplicated', 'requests']) {
      this.#set(name, number(ledger[name]));
      this.#fields.get(name).toggleAttribute('data-zero', ledger[name] === 0);
    }
    this.#set('away', awayOf(subscription));
    this.#set('recovery', recoveryOf(subscription.recovery));
    this.#set('gap', gapOf(subscription.gap, ledger));
    this.#rows.forEach((row, i) => this.#showEvent(row, events[i]));
  }

  #showEvent(row, shown) {
    row.hidden = !shown;
    if (shown && row.dataset.id !== shown.event.id) {
      const [head, rest] = describe(shown.event);
      row.dataset.id = shown.event.id;
      row.querySelector('.head').textContent = head;
      row.querySelector('.rest').textContent = rest;
      row.querySelector('.late').textContent = shown.latency == null ? text('event.away') : duration(shown.latency);
      row.title = `${shown.event.id} · ${head} · ${rest}`;
    }
  }

  #set(name, value) {
    const field = this.#fields.get(name);
    if (field.textContent !== value) {
      field.textContent = value;
      field.hidden = value === '';
    }
  }
}

/** The state in a few words, also for those who hear the page instead of seeing it. */
export function stateOf({ name, until, transport }) {
  if (name === 'reconnecting') {
    const seconds = Math.ceil((until - performance.now()) / 1000);
    return seconds > 0 ? text('state.reconnecting-in', seconds) : text('state.reconnecting');
  }
  const state = text(`state.${name}`);
  return transport ? `${state} · ${textOr(transport, `transport.${transport}`)}` : state;
}

function reasonOf({ reason }) {
  return reason ? textOr(reason, `reason.${reason}`) : '';
}

function awayOf({ away }) {
  return away?.count > 0 ? text('note.away', number(away.count)) : '';
}

function recoveryOf(recovery) {
  if (recovery?.untouched) {
    return text('note.untouched');
  }
  if (!recovery?.openedAt) {
    return '';
  }
  return text('note.recovered', number(recovery.count), duration(recovery.until - recovery.from));
}

function gapOf(gap, ledger) {
  if (!gap) {
    return '';
  }
  return gap.reason === 'restarted' ? text('note.restarted') : text('note.expired', number(ledger.missed));
}
