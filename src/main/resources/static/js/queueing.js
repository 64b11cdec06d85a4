import { SLOTS } from './slots.js';

const NOTICEABLE_MS = 50;
/** Where connections seem to be free a short wait is the machine's, and a long one for what other pages hold. */
const LONG_MS = 500;
const OPENING_MS = 1000;

/** How long a request waited for a connection, in ms, by the browser's own record; undefined where that says nothing. */
export function waitOf({ fetchStart, domainLookupStart, connectEnd, requestStart }) {
  // Opening a connection is the network's time; all else before the request went out is waiting for one to be free.
  return requestStart > 0 ? requestStart - fetchStart - (connectEnd - domainLookupStart) : undefined;
}

/** Notices strategies that wait for one of the browser's connections; `waited(strategy, ms)` is called for each. */
export class Queueing {
  #strategies;
  #slots;
  #waited;
  #opening = new Map();

  constructor(strategies, slots, waited) {
    this.#strategies = strategies;
    this.#slots = slots;
    this.#waited = waited;
  }

  get #usedUp() {
    return this.#slots.total >= SLOTS - 1;
  }

  start() {
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => this.note(entry))).observe({ type: 'resource' });
    for (const { id, subscription } of this.#strategies) {
      subscription.watch({ state: ({ until }) => this.#opening.set(id, until ?? performance.now()) });
    }
  }

  /** Takes note of a request that has been answered. */
  note(entry) {
    const wait = waitOf(entry);
    if (this.#slots.limited && wait > (this.#usedUp ? NOTICEABLE_MS : LONG_MS)) {
      const { pathname } = new URL(entry.name);
      const strategy = this.#strategies.find(({ subscription }) => isBelow(pathname, subscription.url));
      strategy && this.#waited(strategy, wait);
    }
  }

  /** Looks for streams that don't open, of which the browser's record tells only when they end. */
  check(now = performance.now()) {
    if (!this.#slots.limited || !this.#usedUp) {
      return;
    }
    for (const strategy of this.#strategies) {
      const { name } = strategy.subscription.state;
      const wait = now - this.#opening.get(strategy.id);
      if (strategy.holdsSlot && (name === 'connecting' || name === 'reconnecting') && wait > OPENING_MS) {
        this.#waited(strategy, wait);
      }
    }
  }
}

function isBelow(pathname, url) {
  const path = new URL(url, location.href).pathname;
  return pathname === path || pathname.startsWith(`${path}/`);
}
