// What every strategy with a lasting connection shares, so that its own module holds nothing but its protocol.
import { Backoff } from './backoff.js';
import { before } from './position.js';
import { askWhy } from './refusal.js';

const OPENING_MS = 20_000;

/**
 * Keeps a stream alive: remembers the position, reconnects from it, and notices silence.
 *
 * `open(position, wire)` opens one connection and returns how to close it; it tells what happens through the wire:
 * `request()` for each request made, `message(object)` for each event or control message, `lost({reason, final,
 * retryAfterMs})` when the connection is gone, `refused(reason)` when it was turned down without a visible reason; the
 * given one is told if the server knows none either.
 */
export function stream(open, { url, topic, after = 'latest', backoff = new Backoff(), openingMs = OPENING_MS }, handlers) {
  let position = after;
  let heartbeatMs;
  let wire;
  let closeConnection = () => {};
  let retry;
  let watch;

  function attempt() {
    const mine = {
      request: () => handlers.onRequest?.(),
      message: (message) => mine === wire && receive(message, mine),
      lost: (why = {}) => mine === wire && lost(why),
      refused: async (reason) => {
        if (mine === wire) {
          mine.request();
          const why = await askWhy({ url, topic, after: position });
          mine.lost({ reason, ...why });
        }
      },
    };
    wire = mine;
    listen(openingMs, 'held');
    closeConnection = open(position, mine);
    if (wire !== mine) {
      closeConnection();
    }
  }

  function receive(message, mine) {
    if (heartbeatMs && mine.ready) {
      listen(2 * heartbeatMs);
    }
    switch (message.control) {
      case undefined:
        backoff.reset();
        position = message.id;
        handlers.onEvents?.([message], position);
        return;
      case 'ready':
        mine.ready = true;
        ({ next: position, heartbeatMs } = message);
        listen(2 * heartbeatMs);
        handlers.onOpen?.(message);
        break;
      case 'gap':
        position = before(message.resumesAt);
        handlers.onGap?.(message);
        break;
      case 'heartbeat':
        backoff.reset();
        break;
      case 'closing':
        handlers.onControl?.(message);
        lost(message);
        return;
    }
    handlers.onControl?.(message);
  }

  /** Takes a stream for dead that says nothing for so long; a proxy can hold one open that no longer leads anywhere. */
  function listen(ms, reason = 'silent') {
    clearTimeout(watch);
    watch = ms && setTimeout(() => lost({ reason }), ms);
  }

  function lost({ reason = 'network', final, retryAfterMs }) {
    disconnect();
    const retryInMs = final ? undefined : backoff.next(retryAfterMs);
    if (!final) {
      retry = setTimeout(attempt, retryInMs);
    }
    handlers.onClose?.({ reason, final: Boolean(final), retryInMs });
  }

  function disconnect() {
    wire = null;
    clearTimeout(watch);
    clearTimeout(retry);
    closeConnection();
    closeConnection = () => {};
  }

  attempt();
  return {
    close: disconnect,
    /** Goes on over a new connection, which is opened in another way now. */
    reopen: () => {
      disconnect();
      handlers.onClose?.({ reason: 'switched', final: false, retryInMs: 0 });
      attempt();
    },
  };
}
