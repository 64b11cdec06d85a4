const SUB = 32;

/** Counts durations in buckets of at most 3 % width, so that a day of events takes no more room than a second. */
export class Histogram {
  #counts = new Uint32Array(SUB * 44);
  count = 0;

  record(micros) {
    this.#counts[indexOf(Math.min(Math.max(0, Math.round(micros)), 2 ** 46))]++;
    this.count++;
  }

  /** The duration, in µs, that the share q of all stayed at or below; null before the first. */
  quantile(q) {
    if (this.count === 0) {
      return null;
    }
    let left = Math.max(1, Math.ceil(q * this.count));
    const index = this.#counts.findIndex((n) => (left -= n) <= 0);
    return middleOf(index);
  }
}

function indexOf(value) {
  if (value < 2 * SUB) {
    return value;
  }
  const shift = Math.floor(Math.log2(value)) - 5;
  return SUB * shift + Math.floor(value / 2 ** shift);
}

function middleOf(index) {
  if (index < 2 * SUB) {
    return index;
  }
  const shift = Math.floor(index / SUB) - 1;
  return (index - SUB * shift + 0.5) * 2 ** shift;
}
