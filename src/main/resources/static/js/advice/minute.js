const SPAN_MS = 60_000;

/** By how much counters that only grow have grown in the last minute. */
export class Minute {
  #samples = [];

  /** Takes note of the counters, an object of numbers (null where one is not known), at a moment in ms. */
  note(at, counters) {
    const last = this.#samples.at(-1);
    if (last && Object.keys(counters).some((name) => isAnew(last.counters[name], counters[name]))) {
      this.clear();
    }
    this.#samples.push({ at, counters });
    while (this.#samples[1]?.at <= at - SPAN_MS) {
      this.#samples.shift();
    }
  }

  clear() {
    this.#samples = [];
  }

  get hasBegun() {
    return this.#samples.length > 0;
  }

  /** The time that was looked at. */
  get seconds() {
    return this.#samples.length < 2 ? 0 : (this.#samples.at(-1).at - this.#samples[0].at) / 1000;
  }

  /** What was added to a counter in that time; null if that is not known. */
  grown(name) {
    const first = this.#samples[0]?.counters[name];
    const last = this.#samples.at(-1)?.counters[name];
    return first == null || last == null ? null : last - first;
  }
}

/** All of them are looked at over the same time, so that one may be divided by another. */
function isAnew(before, now) {
  return now < before || (before === null && now !== null);
}
