// Lets the tabs of a browser share what would hold one of its six connections in each of them.
import { streamName, takesSlot } from '../slots.js';
import { Cursor } from './cursor.js';
import { sharedStream } from './shared-stream.js';

/**
 * How to connect a strategy's client: (connect, start, handlers) => connection, which knows whether it `isFollowing`
 * another tab; `start.holdsSlot` tells whether the strategy keeps a connection whatever its transport.
 *
 * @param limited whether the browser limits connections at all
 * @param now the server's time in µs: an event counts from when the leading tab has it, not from when it was passed on
 */
export function sharing({ limited, now }) {
  return (connect, { holdsSlot, ...start }, handlers) =>
    limited && (holdsSlot || start.transport !== undefined)
      ? sharedIfHeld(connect, { holdsSlot, now, ...start }, handlers)
      : connect(start, handlers);
}

/** Shares a stream as long as it keeps a connection: which it does may show only once it is open. */
function sharedIfHeld(connect, { holdsSlot, now, after, ...start }, handlers) {
  const cursor = new Cursor(after);
  const moving = cursor.follow(handlers);
  const takes = (transport) => takesSlot({ holdsSlot, transport });
  let shared = takes(start.transport);
  let current;

  function begin() {
    const whereItBelongs = {
      ...moving,
      onOpen: (opened) => (takes(opened.transport) === shared ? moving.onOpen(opened) : move(!shared)),
    };
    const open = (heard) => connect({ ...start, after: cursor.position }, heard);
    current = shared
      ? sharedStream({ name: streamName(start), open, start, cursor, now }, whereItBelongs)
      : open(whereItBelongs);
  }

  function move(toShared) {
    current.close();
    shared = toShared;
    begin();
  }

  begin();
  return {
    get isFollowing() {
      return shared && current.isFollowing;
    },
    close: () => current.close(),
    configure: ({ transport }) => {
      if (transport !== start.transport) {
        start.transport = transport;
        handlers.onClose?.({ reason: 'switched', final: false, retryInMs: 0 });
        move(takes(transport));
      }
    },
    // What always keeps a connection has none to send over.
    ...(!holdsSlot && { publish: (event) => current.publish(event) }),
  };
}
