/** How long to wait before the next try: exponential, capped, with full jitter. */
export class Backoff {
  #tries = 0;

  constructor({ baseMs = 300, capMs = 20_000, random = Math.random } = {}) {
    Object.assign(this, { baseMs, capMs, random });
  }

  /** The next delay in ms; never shorter than what the server asked for. */
  next(retryAfterMs = 0) {
    const window = Math.min(this.capMs, this.baseMs * 2 ** this.#tries);
    this.#tries = Math.min(this.#tries + 1, 30);
    // The spread comes on top of the server's wish, so that clients told the same second don't return in the same second.
    return Math.round(retryAfterMs + this.random() * window);
  }

  /** To be called once a connection has delivered something. */
  reset() {
    this.#tries = 0;
  }
}

/** The header Retry-After (seconds or a date) in ms; undefined if there is none. */
export function retryAfter(headers, now = Date.now()) {
  const value = headers.get('Retry-After');
  if (!value) {
    return undefined;
  }
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
