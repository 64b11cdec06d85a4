// Polling: ask at an interval; an unchanged log answers 304 without a body.
import { pull } from '../pull.js';

const LIMIT = 500;

/** An answer ends there, whatever the limit. */
const FULL = 256 * 1024;

export function connect({ interval = 1000, ...start }, handlers) {
  let intervalMs = interval;
  let etag;
  const loop = pull(
    {
      ...start,
      limit: LIMIT,
      timeoutMs: 20_000,
      prepare: (address, headers) => {
        // To another origin it would be asked for in a request of its own before, which is no part of polling.
        if (etag && address.origin === location.origin) {
          headers['If-None-Match'] = etag;
        }
      },
      pause: (answer) => {
        etag = answer.etag ?? etag;
        // A full answer says that there is more: waiting now would make the backlog grow.
        const full = answer.events.length >= LIMIT || answer.size >= FULL;
        return full ? 0 : intervalMs;
      },
    },
    handlers,
  );
  return {
    close: loop.close,
    configure: ({ interval: changed }) => {
      intervalMs = changed;
      loop.wake();
    },
  };
}
