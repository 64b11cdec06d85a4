// Long polling: ask, and let the server hold the answer until there is something to tell.
import { pull } from '../pull.js';

const WAIT_S = 25;

export function connect(start, handlers) {
  return pull(
    {
      ...start,
      limit: 500,
      timeoutMs: (WAIT_S + 15) * 1000,
      // The first answer comes at once: it tells the position to go on from, even if nothing ever happens.
      prepare: (address, headers, first) => address.searchParams.set('wait', first ? '0s' : `${WAIT_S}s`),
      // Something between here and the server may answer for it at once; that must not become a tight loop.
      pause: ({ events, first, tookMs }) => (!first && events.length === 0 && tookMs < 1000 ? 250 : 0),
    },
    handlers,
  );
}
