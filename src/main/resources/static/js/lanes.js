const CAPACITY = 8192;
const STATES = 64;

/** What arrived lately on one strategy, and when it was not live: a ring, so that it takes as much room at any rate. */
export class Lane {
  #offsets = new Float64Array(CAPACITY);
  #due = new Float64Array(CAPACITY);
  #at = new Float64Array(CAPACITY);
  #count = 0;
  #states = [];

  /** Takes note of an event that was due and arrived at the given moments (µs). */
  arrived(offset, due, at) {
    const i = this.#count++ % CAPACITY;
    this.#offsets[i] = offset;
    this.#due[i] = due;
    this.#at[i] = at;
  }

  became(state, at) {
    this.#states.push({ state, at });
    if (this.#states.length > STATES) {
      this.#states.shift();
    }
  }

  /** Calls `action(offset, due, at)` for every event that arrived since the given moment, the newest first. */
  since(moment, action) {
    for (let n = this.#count - 1; n >= 0 && n > this.#count - 1 - CAPACITY; n--) {
      const i = n % CAPACITY;
      if (this.#at[i] < moment) {
        return;
      }
      action(this.#offsets[i], this.#due[i], this.#at[i]);
    }
  }

  /** How many events arrived since the given moment. */
  count(moment) {
    let count = 0;
    this.since(moment, () => count++);
    return count;
  }

  /** The times between two moments in which it was not live, each {from, to}. */
  outages(from, to) {
    return this.#states
      .map(({ state, at }, i) => ({ state, from: Math.max(from, at), to: Math.min(to, this.#states[i + 1]?.at ?? to) }))
      .filter((time) => time.state !== 'live' && time.from < time.to);
  }

  clear() {
    this.#count = 0;
  }
}
