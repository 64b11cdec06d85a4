/** By how much two clocks may part, as a share of the time: what was measured ages by this. */
const DRIFT = 50e-6;

/** The server's clock as seen from here: every latency is measured against it, never against the browser's own. */
export class Clock {
  #url;
  #offset = 0;
  #syncedAt = 0;
  /** By how much it may be wrong, in µs. */
  error = null;

  constructor(url) {
    this.#url = url;
  }

  /** The server's time in µs since the Unix epoch. */
  now() {
    return local() + this.#offset;
  }

  /**
   * Asks several times and believes the answer that was fastest: it leaves the least room for error. What was believed
   * before stays as long as it is better still.
   */
  async sync(samples = 6) {
    let best = { roundTrip: Infinity };
    for (let i = 0; i < samples; i++) {
      const sent = local();
      const response = await fetch(this.#url, { cache: 'no-store', signal: AbortSignal.timeout(3000) });
      const { now } = await response.json();
      const received = local();
      if (received - sent < best.roundTrip) {
        best = { roundTrip: received - sent, offset: now - (sent + received) / 2 };
      }
    }
    const aged = this.error === null ? Infinity : this.error + (local() - this.#syncedAt) * DRIFT;
    if (best.roundTrip / 2 <= aged) {
      this.#offset = best.offset;
      this.#syncedAt = local();
      this.error = best.roundTrip / 2;
    }
  }
}

function local() {
  return (performance.timeOrigin + performance.now()) * 1000;
}
