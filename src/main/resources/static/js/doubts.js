const PROBE_MS = 25;
const SPAN = 10_000_000;
const LATE = 50_000;

/** How late the page's own timers are: the share of the last ten seconds in which an event would have had to wait. */
export class EventLoop {
  #late = [];

  /** How often to probe, in ms. */
  static PROBE_MS = PROBE_MS;

  /** Takes note of a probe that came so late (µs). */
  probe(late, now) {
    // Whatever came during the wait would have waited too, the later the shorter. A machine may sleep for hours.
    for (let wait = Math.min(late, SPAN); wait > LATE; wait -= PROBE_MS * 1000) {
      this.#late.push({ wait, at: now });
    }
    this.#late = this.#late.filter(({ at }) => at > now - SPAN);
  }

  /** The 99th percentile of the wait in the last ten seconds, in µs; 0 for all that is bearable. */
  p99(now) {
    const waits = this.#late.filter(({ at }) => at > now - SPAN).map(({ wait }) => wait);
    const allowed = Math.floor(SPAN / (PROBE_MS * 1000) / 100);
    return waits.sort((a, b) => b - a)[allowed] ?? 0;
  }

  clear() {
    this.#late = [];
  }
}

/** The times in which the page could not measure well; moments in µs, server time. */
export class Doubts {
  #doubts = [];

  /** @param memory for how long a doubt matters after it has ended, in µs */
  constructor(memory) {
    this.memory = memory;
  }

  /** Takes note of a doubt; one that goes on where it ended before becomes longer. */
  note(kind, from, to, { subject, late = 0 } = {}) {
    const same = this.#doubts.find((doubt) => doubt.kind === kind && doubt.subject === subject && doubt.to >= from);
    if (same) {
      Object.assign(same, {
        from: Math.min(same.from, from),
        to: Math.max(same.to, to),
        late: Math.max(same.late, late),
      });
    } else {
      this.#doubts.push({ kind, subject, from, to, late });
    }
    this.#doubts = this.#doubts.filter(({ to: end }) => end >= to - this.memory);
  }

  /** Whether what was measured at that moment is doubtful. */
  covers(moment) {
    return this.#doubts.some(({ from, to }) => from <= moment && moment <= to);
  }

  /** All that still matters, one of a kind and subject: how long it lasted in all, and how late it made things at worst. */
  standing(now) {
    const merged = new Map();
    for (const doubt of this.#doubts.filter(({ to }) => to > now - this.memory)) {
      const key = `${doubt.kind} ${doubt.subject}`;
      const { from, to, late } = merged.get(key) ?? doubt;
      const worst = Math.max(late, doubt.late);
      merged.set(key, { ...doubt, from: Math.min(from, doubt.from), to: Math.max(to, doubt.to), late: worst });
    }
    return [...merged.values()];
  }

  clear() {
    this.#doubts = [];
  }
}
