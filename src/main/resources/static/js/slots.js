// The connections that all tabs of this page hold together. Over HTTP/1.1 a browser opens six to a host and lets
// everything beyond wait, silently, until one is free: a stream never frees its own.

export const SLOTS = 6;
/** Left to requests: polling, publishing, the frames that SockJS sends. */
const FREE = 1;
const ASK_MS = 1500;
const ANSWER_MS = 200;
const UNANSWERED = 3;

/** Whether the browser shares one connection among all streams, so that there is nothing to count. */
export function multiplexed(protocol) {
  return /^h[23]/.test(protocol ?? '');
}

/** How many connections a strategy keeps: a WebSocket is beyond the six, whatever else is long keeps one. */
export function slotsOf({ holdsSlot, transport }) {
  return holdsSlot || (transport && !transport.includes('websocket')) ? 1 : 0;
}

/**
 * Counts over the tabs: each tells the others what it holds when that changes and when it is asked. Asking, instead of
 * waiting for signs of life, is what a hidden tab can take part in, whose timers the browser slows down.
 */
export class Slots {
  #id = performance.timeOrigin + Math.random();
  #tabs = new Map();
  #planned = null;
  #told = 0;

  /**
   * @param held tells how many connections this tab holds
   * @param limited whether there is a limit at all
   */
  constructor({ held, limited = true, channel = new BroadcastChannel('pushlab.slots') }) {
    Object.assign(this, { held, limited, channel });
    channel.onmessage = ({ data }) => this.#receive(data);
  }

  get here() {
    return this.#planned ?? this.held();
  }

  /** What the other tabs hold. Of those that are starting, like this one, only the older ones come first. */
  get elsewhere() {
    return [...this.#tabs]
      .filter(([id, { starting }]) => !starting || id < this.#id)
      .reduce((sum, [, { held }]) => sum + held, 0);
  }

  get total() {
    return this.here + this.elsewhere;
  }

  /** Whether so many more connections leave one free. */
  room(count) {
    return !this.limited || this.total + count <= SLOTS - FREE;
  }

  /** Gets to know the other tabs, announcing what this one is about to hold. */
  async meet(planned) {
    this.#planned = planned;
    this.#ask();
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    this.#planned = null;
  }

  /** Keeps in touch with the other tabs from now on. */
  watch() {
    this.update();
    setInterval(() => document.hidden || this.#ask(), ASK_MS);
    addEventListener('pagehide', () => this.channel.postMessage({ id: this.#id, gone: true }));
    addEventListener('pageshow', ({ persisted }) => persisted && this.#ask());
  }

  /** Tells the other tabs, if there is news. */
  update() {
    if (this.#told !== this.here) {
      this.#tell();
    }
  }

  #tell(ask = false) {
    this.#told = this.here;
    this.channel.postMessage({ id: this.#id, held: this.here, starting: this.#planned !== null, ask });
  }

  #ask() {
    for (const [id, tab] of this.#tabs) {
      if (++tab.unanswered > UNANSWERED) {
        this.#tabs.delete(id);
      }
    }
    this.#tell(true);
  }

  #receive({ id, held, starting, ask, gone }) {
    if (gone) {
      this.#tabs.delete(id);
    } else {
      this.#tabs.set(id, { held, starting, unanswered: 0 });
    }
    if (ask) {
      this.#tell();
    }
  }
}
