import { call } from './api.js';
import { bytes, number, text } from './text.js';

const ASK_MS = 1000;
const ASK_AGAIN_MS = 5000;

/** The server's half of the measurement: the bytes of this page's own connections, and the lag of the slowest client. */
export class Stats {
  #url;
  #page;
  #strategies;
  #answer = null;
  #counted = new Map();
  /** What had been counted when a ledger was started anew. */
  #before = new Map();
  #unknownUntil = 0;

  /** @param page the token that this page's connections are known by */
  constructor({ url, page, strategies }) {
    this.#url = url;
    this.#page = page;
    this.#strategies = strategies;
  }

  /** Asks every second from now on, while somebody looks. */
  start() {
    for (const { id, subscription } of this.#strategies) {
      const anew = () => this.#before.set(id, this.#counted.get(id));
      subscription.watch({
        reset: () => {
          anew();
          this.refresh().then(anew);
        },
        gap: ({ reason }) => reason === 'restarted' && anew(),
      });
    }
    setInterval(() => document.hidden || this.refresh(), ASK_MS);
  }

  /** Asks, unless an answer is still awaited: where no connection is free, questions must not queue up. */
  refresh() {
    this.#answer ??= this.#ask().finally(() => (this.#answer = null));
    return this.#answer;
  }

  async #ask() {
    const [own, all] = await Promise.all([this.#ownTraffic(), call('GET', this.#url).catch(() => null)]);
    for (const { id, card, subscription } of this.#strategies) {
      const { bytesIn, bytesOut } = own?.strategies[id] ?? {};
      if (bytesOut < this.#counted.get(id)?.bytesOut) {
        // A server that has restarted counts anew.
        this.#before.delete(id);
      }
      this.#counted.set(id, { bytesIn, bytesOut, lag: all?.strategies[id]?.lag, received: subscription.meter.received });
      const { down, up, perEvent, lag } = this.of(id);
      card.set('down', bytes(down), exactly(down));
      card.set('up', bytes(up), exactly(up));
      card.set('per-event', bytes(perEvent));
      card.set('lag', lag == null ? '–' : number(lag));
    }
  }

  /** What a strategy cost since its ledger began: bytes `down`, `up` and `perEvent`, and its `lag`; null if unknown. */
  of(id) {
    const { bytesIn, bytesOut, received, lag = null } = this.#counted.get(id) ?? {};
    if (bytesOut === undefined) {
      return { down: null, up: null, downPerEvent: null, upPerEvent: null, perEvent: null, lag };
    }
    const before = this.#before.get(id);
    const down = bytesOut - (before?.bytesOut ?? 0);
    const up = bytesIn - (before?.bytesIn ?? 0);
    const share = (count) => (received > 0 ? count / received : null);
    return { down, up, downPerEvent: share(down), upPerEvent: share(up), perEvent: share(down + up), lag };
  }

  async #ownTraffic() {
    if (performance.now() < this.#unknownUntil) {
      return null;
    }
    try {
      return await call('GET', `${this.#url}?${new URLSearchParams({ page: this.#page })}`);
    } catch ({ status }) {
      // A server that has restarted gets to know this page by its next connection.
      this.#unknownUntil = status === 404 ? performance.now() + ASK_AGAIN_MS : 0;
      return null;
    }
  }
}

function exactly(count) {
  return count == null ? '' : text('wire.bytes', number(count));
}
