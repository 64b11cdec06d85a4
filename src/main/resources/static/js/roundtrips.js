const KEPT = 21;
const PATIENCE_MS = 10_000;

/** Messages of this page's own on their way to the server and back over one strategy; durations in µs. */
export class RoundTrips {
  #subscription;
  #from;
  #clock;
  #patienceMs;
  #count = 0;
  #underway = new Map();
  #trips = [];
  answered = 0;
  /** Never came back, or not in time. */
  unanswered = 0;
  /** Not taken by the server, for the reason that it gave last. */
  refused = 0;
  reason = null;

  /**
   * @param from what tells these messages from those of other pages and cards
   * @param patienceMs how long one may take, beside the interval at which the subscription asks
   */
  constructor({ subscription, from, clock, patienceMs = PATIENCE_MS }) {
    this.#subscription = subscription;
    this.#from = from;
    this.#clock = clock;
    this.#patienceMs = patienceMs;
    subscription.watch({
      event: (event) => this.#arrived(event),
      state: ({ name }) => (name === 'off' || name === 'refused') && this.#giveUp(),
      reset: () => this.#reset(),
    });
  }

  /** Sends one; resolves when it is back, refused, or given up. */
  send() {
    const n = ++this.#count;
    return new Promise((resolve) => {
      const patienceMs = this.#patienceMs + (this.#subscription.options.interval ?? 0);
      const trip = { dueAt: this.#clock.now(), began: performance.now(), resolve };
      trip.timer = setTimeout(() => this.#end(n) && this.unanswered++, patienceMs);
      this.#underway.set(n, trip);
      this.#subscription.send({ type: 'echo', data: { from: this.#from, n } }).then(
        () => (trip.accepted = since(trip)),
        (error) => this.#failed(n, error),
      );
    });
  }

  /** The trip in the middle of the last ones, {up, down, total, accepted}; null before the first. */
  get median() {
    const sorted = [...this.#trips].sort((a, b) => a.total - b.total);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
  }

  #arrived({ type, dueAt, data }) {
    const trip = type === 'echo' && data?.from === this.#from && this.#end(data.n);
    if (trip) {
      trip.total = since(trip);
      // The two clocks may be apart by a little more than the way up took.
      trip.up = Math.min(trip.total, Math.max(0, dueAt - trip.dueAt));
      trip.down = trip.total - trip.up;
      this.answered++;
      this.#trips.push(trip);
      this.#trips = this.#trips.slice(-KEPT);
    }
  }

  #failed(n, { status, message }) {
    if (this.#end(n)) {
      if (status) {
        this.refused++;
        this.reason = message;
      } else {
        this.unanswered++;
      }
    }
  }

  #giveUp() {
    [...this.#underway.keys()].forEach((n) => this.#end(n) && this.unanswered++);
  }

  #end(n) {
    const trip = this.#underway.get(n);
    if (trip) {
      this.#underway.delete(n);
      clearTimeout(trip.timer);
      trip.resolve();
    }
    return trip;
  }

  #reset() {
    this.#trips = [];
    this.answered = this.unanswered = this.refused = 0;
    this.reason = null;
  }
}

function since({ began }) {
  return (performance.now() - began) * 1000;
}
