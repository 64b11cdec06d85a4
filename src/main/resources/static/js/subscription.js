import { call } from './api.js';
import { Meter } from './meter.js';
import { parse } from './position.js';
import { address } from './refusal.js';
import { load, save } from './storage.js';

const SHOWN = 3;
const UNTOUCHED_MS = 1500;

/** One strategy on this page: its client, its meter, and what happened to it; knows neither protocol nor document. */
export class Subscription {
  #client = null;
  #connection = null;
  #turn = 0;
  #watchers = new Set();

  meter = new Meter();
  /**
   * {name: off | connecting | live | reconnecting | refused, until?, reason?, transport?, shared?}; an off one may
   * say why.
   */
  state = { name: 'off' };
  /** The newest events first, each {event, latency}. */
  events = [];
  /** Events that happened before this page listened: {before, count}. */
  away = null;
  /** The last interruption: {from, openedAt, until, count, reason}. */
  recovery = null;
  gap = null;
  dirty = true;

  /** @param connect how to connect a client: (connect, start, handlers) => connection */
  constructor({ id, url, topic, clock, options = {}, holdsSlot, connect = (open, ...how) => open(...how) }) {
    Object.assign(this, { id, url, topic, clock, options, holdsSlot, connect });
  }

  get #positionKey() {
    return `position.${this.id}.${this.topic ?? 'events'}`;
  }

  get isOn() {
    return this.state.name !== 'off';
  }

  /** Whether another tab holds the connection and passes on what it brings. */
  get isFollowing() {
    return Boolean(this.#connection?.isFollowing);
  }

  async on() {
    if (this.isOn) {
      return;
    }
    const turn = ++this.#turn;
    this.#become({ name: 'connecting' });
    const kept = this.meter.position ?? load(this.#positionKey);
    const after = parse(kept) ? kept : 'latest';
    const now = this.clock.now();
    this.meter.latencyFrom = now;
    this.meter.begin(after);
    this.away = after === 'latest' ? null : { before: now, count: 0 };
    this.recovery = this.gap = null;
    try {
      this.#client ??= await import(`./clients/${this.id}.js`);
    } catch (error) {
      this.#become({ name: 'refused', reason: error.message });
      return;
    }
    if (turn === this.#turn) {
      this.#connect(after);
    }
  }

  #connect(after) {
    const { url, topic, options, holdsSlot } = this;
    const start = { url, topic, after, ...options, holdsSlot };
    this.#connection = this.connect(this.#client.connect, start, this.#handlers());
  }

  /** Goes on from the same position over another address of the same server. */
  move(url) {
    const moved = url !== this.url;
    this.url = url;
    if (moved && this.isOn && this.#connection) {
      this.#connection.close();
      this.#handlers().onClose({ reason: 'moved', final: false, retryInMs: 0 });
      this.#connect(this.meter.position ?? 'latest');
    }
  }

  off() {
    this.#turn++;
    this.#connection?.close();
    this.#connection = null;
    this.remember();
    this.#become({ name: 'off' });
  }

  /** Stays off, for the given reason. */
  decline(reason) {
    this.#become({ name: 'off', reason });
  }

  /**
   * Publishes an event by this strategy's own means: over its connection where that goes both ways, otherwise by a
   * request. Resolves to the position once it is accepted; rejects with the reason, with a status if it was refused.
   */
  async send(event) {
    if (this.#connection?.publish) {
      return this.#connection.publish(event);
    }
    const events = new URL('events', new URL(this.url, location.href));
    return (await call('POST', address(events, { topic: this.topic }), event)).id;
  }

  /** Measures anew from now on; the connection stays as it is. */
  reset() {
    this.meter.reset();
    this.meter.latencyFrom = this.clock.now();
    this.away = this.recovery = this.gap = null;
    this.dirty = true;
    this.#tell('reset');
  }

  /** The ledger as it stands now. */
  snapshot() {
    return this.meter.snapshot(this.clock.now());
  }

  /**
   * Tells the watcher what happens: event(event, now), gap(gap), state(state), reset(), each optional; now in µs, server
   * time.
   */
  watch(watcher) {
    this.#watchers.add(watcher);
  }

  #tell(what, ...details) {
    this.#watchers.forEach((watcher) => watcher[what]?.(...details));
  }

  /** Hands changed options to the client, now or when it is switched on. */
  configure(options) {
    Object.assign(this.options, options);
    this.#connection?.configure?.(options);
  }

  /** Says that the connections are about to be dropped, so that it can be told if this client notices nothing. */
  expectDrop() {
    this.recovery = null;
    this.dirty = true;
    setTimeout(() => {
      if (this.state.name === 'live' && !this.recovery) {
        this.recovery = { untouched: true };
        this.dirty = true;
      }
    }, UNTOUCHED_MS);
  }

  /** Keeps the position for the next time the page is opened. */
  remember() {
    if (this.meter.position) {
      save(this.#positionKey, this.meter.position);
    }
  }

  #become(state) {
    this.state = state;
    this.dirty = true;
    this.#tell('state', state);
  }

  #handlers() {
    return {
      onRequest: () => {
        this.meter.request();
        this.dirty = true;
      },
      onOpen: ({ next, transport, shared }) => {
        this.meter.begin(next);
        // A connection belongs to the tab that holds it.
        shared || this.meter.open();
        this.#become({ name: 'live', transport, shared });
        if (this.recovery && !this.recovery.untouched && !this.recovery.openedAt) {
          this.recovery.openedAt = this.recovery.until = this.clock.now();
        }
      },
      onEvents: (events, next, arrivedAt = this.clock.now()) => {
        events.forEach((event) => this.#arrived(event, arrivedAt));
        this.dirty = true;
      },
      onGap: (gap) => {
        this.meter.gap(gap);
        this.gap = gap;
        this.dirty = true;
        this.#tell('gap', gap);
      },
      onClose: ({ reason, final, retryInMs }) => {
        if (final) {
          this.#connection?.close();
          this.#become({ name: 'refused', reason });
          return;
        }
        if (!this.recovery || this.recovery.untouched || this.recovery.openedAt) {
          this.recovery = { from: this.clock.now(), count: 0, reason };
        }
        this.#become({ name: 'reconnecting', until: performance.now() + retryInMs, reason });
      },
    };
  }

  #arrived(event, now) {
    if (!this.meter.event(event, now)) {
      return;
    }
    this.#tell('event', event, now);
    const wasAway = this.away && event.dueAt < this.away.before;
    if (wasAway) {
      this.away.count++;
    } else if (this.recovery?.openedAt && event.dueAt < this.recovery.openedAt) {
      this.recovery.count++;
      this.recovery.until = now;
    }
    this.events.unshift({ event, latency: wasAway ? null : Math.max(0, now - event.dueAt) });
    this.events.length = Math.min(this.events.length, SHOWN);
  }
}
