import { Histogram } from './histogram.js';

const SLICE = 5_000_000;
const SLICES = 12;

/** How far back it looks, in µs; up to one slice more. */
export const RECENT = SLICE * SLICES;

/** The durations of the last minute: a ring of histograms of five seconds each. */
export class Recent {
  #slices = Array.from({ length: SLICES + 1 }, () => ({ number: -Infinity, histogram: new Histogram() }));
  #newest = -Infinity;

  record(micros, now) {
    // A clock that was set back a little must not bring an old slice back to life.
    this.#newest = Math.max(this.#newest, Math.floor(now / SLICE));
    const slice = this.#slices[this.#newest % this.#slices.length];
    if (slice.number !== this.#newest) {
      slice.number = this.#newest;
      slice.histogram.clear();
    }
    slice.histogram.record(micros);
  }

  /** Everything of the minute before the given moment (µs), in one histogram. */
  at(now) {
    const oldest = Math.floor(now / SLICE) - SLICES;
    const sum = new Histogram();
    this.#slices.filter(({ number }) => number >= oldest).forEach(({ histogram }) => sum.add(histogram));
    return sum;
  }
}
