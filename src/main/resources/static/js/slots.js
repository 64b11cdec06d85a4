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

/** Whether a strategy keeps a connection: a WebSocket is beyond the six, whatever else is long keeps one. */
export function takesSlot({ holdsSlot, transport }) {
  return Boolean(holdsSlot || (transport && !transport.includes('websocket')));
}

/** The name of what a connection carries, the same in all tabs. */
export function streamName({ url, topic = 'events', transport = '' }) {
  return [new URL(url, location.href).href, topic, transport].join(' ').trim();
}

/**
 * Counts over the tabs: each tells the others which streams it holds when that changes and when it is asked. Asking,
 * instead of waiting for signs of life, is what a hidden tab can take part in, whose timers the browser slows down.
 * A stream that two tabs claim counts once: they share it, and one is about to hand it on.
 */
export class Slots {
  #id = performance.timeOrigin + Math.random();
  #tabs = new Map();
  #planned = null;
  #told = '';

  /**
   * @param held tells the names of the streams that this tab holds a connection for
   * @param followed tells the names of those that another tab passes on to this one
   * @param limited whether there is a limit at all
   */
  constructor({ held, followed = () => [], limited = true, channel = new BroadcastChannel('pushlab.slots') }) {
    Object.assign(this, { held, followed, limited, channel });
    channel.onmessage = ({ data }) => this.#receive(data);
  }

  get here() {
    return this.#streams.length;
  }

  /** What only the other tabs hold. */
  get elsewhere() {
    return this.total - this.here;
  }

  get total() {
    return this.#all.size;
  }

  /** Whether the named streams, too, leave a connection free. */
  room(streams) {
    return !this.limited || new Set([...this.#all, ...streams]).size <= SLOTS - FREE;
  }

  /** How many other tabs live on the named stream without holding it. */
  followers(stream) {
    return [...this.#tabs.values()].filter(({ followed }) => followed.includes(stream)).length;
  }

  get #streams() {
    return this.#planned ?? this.held();
  }

  /** Of the tabs that are starting, like this one, only the older ones come first. */
  get #all() {
    const others = [...this.#tabs].filter(([id, { starting }]) => !starting || id < this.#id);
    return new Set([...this.#streams, ...others.flatMap(([, { held }]) => held)]);
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
    if (this.#told !== JSON.stringify([this.#streams, this.followed()])) {
      this.#tell();
    }
  }

  #tell(ask = false) {
    const [held, followed] = [this.#streams, this.followed()];
    this.#told = JSON.stringify([held, followed]);
    this.channel.postMessage({ id: this.#id, held, followed, starting: this.#planned !== null, ask });
  }

  #ask() {
    for (const [id, tab] of this.#tabs) {
      if (++tab.unanswered > UNANSWERED) {
        this.#tabs.delete(id);
      }
    }
    this.#tell(true);
  }

  #receive({ id, held, followed = [], starting, ask, gone }) {
    if (gone) {
      this.#tabs.delete(id);
    } else {
      this.#tabs.set(id, { held, followed, starting, unanswered: 0 });
    }
    if (ask) {
      this.#tell();
    }
  }
}
