import { describe } from './describe.js';
import { Fields } from './fields.js';
import { duration, number, text, textOr } from './text.js';

/** Why an interruption came about, where the user may not have expected one. */
const NOTABLE = ['silent', 'held', 'leader-left', 'leader-silent', 'leads', 'deposed', 'asleep'];

/** Shows a subscription in its card. */
export class Card {
  #element;
  #fields;
  /** Whether the figures stay as they are, whatever is measured meanwhile. */
  frozen = false;

  constructor(element) {
    this.#element = element;
    this.#fields = new Fields(element);
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

  /** Fills in a figure that somebody else measures; where it is rounded, `exact` says it in full. */
  set(field, value, exact = '') {
    if (!this.frozen) {
      this.#fields.set(field, value).title = exact;
    }
  }

  show(subscription) {
    const { state, events, recovery } = subscription;
    const fields = this.#fields;
    this.#element.dataset.state = state.name;
    fields.set('state', stateOf(state));
    fields.set('reason', reasonOf(state));
    if (this.frozen) {
      return;
    }
    const ledger = subscription.snapshot();
    fields.set('last', duration(ledger.latency.last));
    for (const name of ['p50', 'p90', 'p99', 'max']) {
      fields.set(name, duration(ledger.latency[name]));
      fields.set(`${name}-ever`, duration(ledger.ever[name]));
    }
    for (const name of ['received', 'lost', 'duplicated', 'reordered', 'requests', 'opened']) {
      fields.count(name, ledger[name]);
    }
    fields.set('recovered', duration(recovery?.openedAt && recovery.until - recovery.from));
    fields.set('unclean', uncleanOf(ledger));
    this.#element.toggleAttribute('data-unclean', ledger.lost + ledger.duplicated > 0);
    fields.set('away', awayOf(subscription));
    fields.set('recovery', recoveryOf(recovery));
    fields.set('gap', gapOf(subscription.gap, ledger));
    fields.list(events.map(rowOf));
  }
}

function rowOf({ event, latency }) {
  const [head, rest] = describe(event);
  return { id: event.id, head, rest, late: latency == null ? text('event.away') : duration(latency) };
}

/** The state in a few words, also for those who hear the page instead of seeing it. */
export function stateOf({ name, until, transport, shared }) {
  if (name === 'reconnecting') {
    const seconds = Math.ceil((until - performance.now()) / 1000);
    return seconds > 0 ? text('state.reconnecting-in', seconds) : text('state.reconnecting');
  }
  const words = [
    text(`state.${name}`),
    transport && textOr(transport, `transport.${transport}`),
    shared && text('state.shared'),
  ];
  return words.filter(Boolean).join(' · ');
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
  const recovered = text('note.recovered', number(recovery.count), duration(recovery.until - recovery.from));
  // These pass too fast to be read while they last.
  return NOTABLE.includes(recovery.reason) ? `${recovered} · ${reasonOf(recovery)}` : recovered;
}

/** What makes the figures above it doubtful. */
function uncleanOf({ lost, duplicated }) {
  return lost + duplicated > 0 ? text('note.unclean', number(lost), number(duplicated)) : '';
}

function gapOf(gap, ledger) {
  if (!gap) {
    return '';
  }
  return gap.reason === 'restarted' ? text('note.restarted') : text('note.expired', number(ledger.missed));
}
