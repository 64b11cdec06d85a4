import { isBeyond } from '../position.js';
import { pull } from '../pull.js';
import { besides } from '../refusal.js';

/**
 * Reads by polling what follows a position, up to another that somebody has reached already; `done()` is called once.
 * Returns how to give up.
 */
export function catchUp({ url, topic, after, upTo }, { onRequest, onEvents, onGap, done }) {
  const loop = pull(
    {
      url: besides(url),
      topic,
      after,
      limit: 1000,
      timeoutMs: 20_000,
      prepare: () => {},
      pause: ({ events, gap, next }) => {
        if (!isBeyond(upTo, next) || (events.length === 0 && !gap)) {
          finish();
        }
        return 0;
      },
    },
    { onRequest, onEvents, onGap, onClose: ({ final }) => final && finish() },
  );

  function finish() {
    loop.close();
    done();
  }

  return loop.close;
}
