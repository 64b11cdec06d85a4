const SUB = 32;

/** Counts durations in buckets of at most 3 % width, so that a day of events takes no more room than a second. */
export class Histogram {
  #counts = new Uint32Array(SUB * 44);
  count = 0;
  /** The longest of all, in µs and exact; null before the first. */
  max = null;

  record(micros) {
    const value = Math.min(Math.max(0, Math.round(micros)), 2 ** 46);
    this.#counts[indexOf(value)]++;
    this.count++;
    this.max = Math.max(this.max ?? 0, value);
  }

  add(other) {
    if (other.count > 0) {
      other.#counts.forEach((n, i) => (this.#counts[i] += n));
      this.count += other.count;
      this.max = Math.max(this.max ?? 0, other.max);
    }
  }

  clear() {
    this.#counts.fill(0);
    this.count = 0;
    this.max = null;
  }

  /** The duration, in µs, that the share q of all stayed at or below; null before the first. */
  quantile(q) {
    if (this.count === 0) {
      return null;
    }
    let left = Math.max(1, Math.ceil(q * this.count));
    const index = this.#counts.findIndex((n) => (left -= n) <= 0);
    return Math.min(middleOf(index), this.max);
  }

  /** How the durations are spread, ascending: [µs, share of all that stayed at or below], one for each used bucket. */
  shares() {
    const shares = [];
    let sum = 0;
    this.#counts.forEach((n, i) => {
      if (n > 0) {
        sum += n;
        shares.push([Math.min(middleOf(i), this.max), sum / this.count]);
      }
    });
    return shares;
  }

  /** What one looks at first, durations in µs. */
  summary() {
    const { count, max } = this;
    return { count, p50: this.quantile(0.5), p90: this.quantile(0.9), p99: this.quantile(0.99), max };
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
