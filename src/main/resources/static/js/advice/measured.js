import { Minute } from './minute.js';

const ENOUGH_SECONDS = 2;

/** What this page saw of each strategy in the last minute, as the recommendation wants it. Knows no document. */
export class Measured {
  #lab;
  #minutes;
  #sizes = [];

  constructor(lab) {
    this.#lab = lab;
    this.#minutes = new Map(lab.strategies.map((strategy) => [strategy, new Minute()]));
    for (const { subscription } of lab.strategies) {
      // What it saw while it was off, or before its ledger began anew, belongs to no minute.
      const anew = () => this.#minutesOf(subscription).clear();
      subscription.watch({ state: ({ name }) => name === 'off' && anew(), reset: anew });
    }
  }

  /** To be called every second. */
  look(now = performance.now()) {
    for (const [{ id, subscription }, minute] of this.#minutes) {
      // What it takes to begin would look like what it takes to go on.
      if (subscription.isOn && (subscription.state.name === 'live' || minute.hasBegun)) {
        const { received, requests } = ledgerOf(subscription);
        const { down = null, up = null } = this.#lab.stats?.of(id) ?? {};
        minute.note(now, { received, requests, bytes: down === null || up === null ? null : down + up });
      }
    }
    const [newest] = this.#lab.strategies.flatMap(({ subscription }) => subscription.events.slice(0, 1));
    if (newest) {
      this.#sizes.push(new Blob([JSON.stringify(newest.event.data) ?? '']).size);
      this.#sizes = this.#sizes.slice(-60);
    }
  }

  /** Events a second, as the one saw that saw most; null before anything was seen. */
  get rate() {
    const rates = [...this.#minutes.values()].filter(isLong).map((minute) => minute.grown('received') / minute.seconds);
    return rates.length > 0 ? Math.max(...rates) : null;
  }

  /** Bytes of an event's data on average; null before anything was seen. */
  get size() {
    const { length } = this.#sizes;
    return length > 0 ? Math.round(this.#sizes.reduce((sum, size) => sum + size) / length) : null;
  }

  /** By strategy; only those that received something. */
  get figures() {
    const seen = [...this.#minutes].filter(([, minute]) => isLong(minute) && minute.grown('received') > 0);
    return Object.fromEntries(seen.map(([{ id, subscription }, minute]) => [id, figuresOf(subscription, minute)]));
  }

  #minutesOf(subscription) {
    return [...this.#minutes].find(([strategy]) => strategy.subscription === subscription)[1];
  }
}

function figuresOf(subscription, minute) {
  const { lost, latency } = ledgerOf(subscription);
  const received = minute.grown('received');
  const perEvent = (name) => (minute.grown(name) === null ? undefined : minute.grown(name) / received);
  return {
    p99Micros: latency.p99 ?? undefined,
    lost,
    received,
    bytesPerEvent: perEvent('bytes'),
    requestsPerEvent: perEvent('requests'),
    pollIntervalMs: subscription.options.interval,
  };
}

function ledgerOf(subscription) {
  return subscription.snapshot?.() ?? subscription.meter.snapshot();
}

function isLong(minute) {
  return minute.seconds >= ENOUGH_SECONDS;
}
