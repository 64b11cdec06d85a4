const BUCKET = 250_000;
const BUCKETS = 240;

/** How far back it looks, in µs. */
export const SPAN = BUCKET * BUCKETS;

/** The slowest latency of every quarter of a second in the last minute: as many points at any rate of events. */
export class Series {
  #buckets = [];

  /** Takes note of a latency that was measured at the given moment, both in µs. */
  record(latency, now) {
    const at = Math.floor(now / BUCKET) * BUCKET;
    const newest = this.#buckets.at(-1);
    if (newest?.at >= at) {
      newest.latency = Math.max(newest.latency, latency);
      return;
    }
    this.#buckets.push({ at, latency });
    if (this.#buckets.length > BUCKETS + 2) {
      this.#buckets.shift();
    }
  }

  /** The buckets since the given moment, each {at, latency}, ascending. */
  since(moment) {
    return this.#buckets.filter(({ at }) => at >= moment);
  }

  clear() {
    this.#buckets = [];
  }
}
