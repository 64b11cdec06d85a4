import { Histogram } from './histogram.js';
import { parse } from './position.js';
import { Recent } from './recent.js';

const MAX_HOLES = 1000;

/**
 * What one client received, held against what it should have: offsets are dense, so every hole is a loss until filled.
 * Knows neither the page nor a protocol.
 */
export class Meter {
  #epoch = null;
  #base = 0;
  #highest = 0;
  /** Offsets passed over and not seen since, as [from, to], ascending. */
  #holes = [];
  #latency = new Histogram();
  #recent = new Recent();
  #now = 0;

  /** Events due before this moment (µs, server time) say nothing about latency: nobody was listening yet. */
  latencyFrom = -Infinity;
  requests = 0;
  /** Connections that became ready. */
  opened = 0;
  restarts = 0;
  last = null;
  position = null;

  constructor() {
    this.#anew(null, 0);
  }

  /** Says from which position on events are owed; only the first counts. */
  begin(position) {
    const start = parse(position);
    if (start && this.#epoch === null) {
      this.#anew(start.epoch, start.offset);
    }
  }

  /** Takes note of an event that arrived at the given moment (µs, server time); false if it was here before. */
  event({ id, dueAt }, now) {
    const { epoch, offset } = parse(id);
    if (epoch !== this.#epoch) {
      this.#anew(epoch, offset - 1);
    }
    if (offset > this.#highest) {
      this.#passOver(this.#highest + 1, offset - 1);
      this.#highest = offset;
      this.position = id;
    } else if (!this.#fill(offset)) {
      this.duplicated++;
      return false;
    } else if (offset <= this.#base) {
      // Owed by the ledger before the reset.
      return false;
    } else {
      this.lost--;
      this.reordered++;
    }
    this.received++;
    this.#now = now;
    if (dueAt >= this.latencyFrom) {
      this.last = Math.max(0, now - dueAt);
      this.#latency.record(this.last);
      this.#recent.record(this.last, now);
    }
    return true;
  }

  /** Takes note of a gap: what the server says it no longer has is missed, but not lost on the way. */
  gap({ resumesAt, reason }) {
    const { epoch, offset } = parse(resumesAt);
    if (reason === 'restarted' || epoch !== this.#epoch) {
      this.#anew(epoch, offset - 1);
      this.restarts++;
    } else if (offset - 1 > this.#highest) {
      this.missed += offset - 1 - this.#highest;
      this.#highest = offset - 1;
    }
    this.position = `${epoch}:${offset - 1}`;
  }

  request() {
    this.requests++;
  }

  open() {
    this.opened++;
  }

  /** Starts the ledger anew at the position reached; what comes of before is no part of it. */
  reset() {
    this.#base = this.#highest;
    this.#clear();
    this.requests = this.opened = this.restarts = 0;
    this.last = null;
    this.#latency = new Histogram();
    this.#recent = new Recent();
  }

  /** The latencies of the minute before the given moment (µs, server time). */
  recent(now = this.#now) {
    return this.#recent.at(now);
  }

  /**
   * Everything as plain numbers; durations in µs. `latency` is that of the minute before the given moment (µs, server
   * time; otherwise the last event's), `ever` that of all.
   */
  snapshot(now = this.#now) {
    const { received, duplicated, reordered, missed, requests, opened, restarts, last, position } = this;
    return {
      expected: this.#highest - this.#base - missed,
      received,
      lost: this.lost,
      duplicated,
      reordered,
      missed,
      requests,
      opened,
      restarts,
      position,
      latency: { last, ...this.recent(now).summary() },
      ever: this.#latency.summary(),
    };
  }

  #anew(epoch, base) {
    this.#epoch = epoch;
    this.#base = this.#highest = base;
    this.#holes = [];
    this.#clear();
    this.position = epoch && `${epoch}:${base}`;
  }

  #clear() {
    this.received = this.lost = this.duplicated = this.reordered = this.missed = 0;
  }

  #passOver(from, to) {
    if (from > to) {
      return;
    }
    this.lost += to - from + 1;
    this.#holes.push([from, to]);
    if (this.#holes.length > MAX_HOLES) {
      this.#holes.shift();
    }
  }

  /** True if the offset had been missing. */
  #fill(offset) {
    const index = this.#holes.findIndex(([from, to]) => from <= offset && offset <= to);
    if (index < 0) {
      return false;
    }
    const [from, to] = this.#holes[index];
    const rest = [
      [from, offset - 1],
      [offset + 1, to],
    ].filter(([a, b]) => a <= b);
    this.#holes.splice(index, 1, ...rest);
    return true;
  }
}
