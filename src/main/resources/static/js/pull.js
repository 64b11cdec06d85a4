// What the strategies that ask again and again share.
import { Backoff } from './backoff.js';
import { before } from './position.js';
import { address, refusal } from './refusal.js';

/**
 * Asks, follows the answer's link, and asks again.
 *
 * @param timeoutMs how long an answer may take before the connection is taken for dead
 * @param prepare changes the next request, given whether it is the first: (address, headers, first) => void
 * @param pause how long to wait after an answer: ({events, size, etag, first, tookMs}) => ms
 */
export function pull(
  { url, topic, after = 'latest', limit, timeoutMs, prepare, pause, backoff = new Backoff() },
  handlers,
) {
  let next = address(url, { topic, after, limit });
  let first = true;
  let open = false;
  let closed = false;
  let wake = () => {};
  const abort = new AbortController();

  const sleep = (ms) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function ask() {
    const headers = {};
    prepare(next, headers, first);
    handlers.onRequest?.();
    const asked = performance.now();
    // Without no-store the browser answers a 304 from its own cache as a 200.
    const response = await fetch(next, {
      headers,
      cache: 'no-store',
      signal: AbortSignal.any([abort.signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok && response.status !== 304) {
      throw await refusal(response);
    }
    const body = response.status === 200 ? await response.text() : '{"events":[]}';
    const batch = JSON.parse(body);
    return {
      ...batch,
      size: body.length,
      next: batch.next ?? next.searchParams.get('after'),
      etag: response.headers.get('ETag'),
      link: linkToNext(response),
      tookMs: performance.now() - asked,
      first,
    };
  }

  function deliver(answer) {
    backoff.reset();
    first = false;
    const wasOpen = open;
    open = true;
    next = answer.link ? address(answer.link) : address(next, { after: answer.next });
    const cursor = next.searchParams.get('after') ?? answer.next;
    const { gap, events } = answer;
    if (!wasOpen) {
      handlers.onOpen?.({ next: firstCursor(answer) ?? cursor });
    }
    if (gap) {
      handlers.onGap?.(gap);
    }
    if (events.length > 0) {
      handlers.onEvents?.(events, answer.next);
    }
  }

  function failed(error) {
    open = false;
    const { reason = 'network', final = false, retryAfterMs } = error instanceof Error ? broken(error) : error;
    const retryInMs = final ? undefined : backoff.next(retryAfterMs);
    closed ||= final;
    handlers.onClose?.({ reason, final, retryInMs });
    return retryInMs;
  }

  async function run() {
    while (!closed) {
      let waitMs;
      try {
        const answer = await ask();
        if (closed) {
          return;
        }
        deliver(answer);
        waitMs = pause(answer);
      } catch (error) {
        if (closed) {
          return;
        }
        waitMs = failed(error);
      }
      if (!closed && waitMs > 0) {
        await sleep(waitMs);
      }
    }
  }

  run();
  return {
    close: () => {
      closed = true;
      abort.abort();
      wake();
    },
    /** Ends the present pause, so that a changed interval holds at once. */
    wake: () => wake(),
  };
}

/** Why there was no answer at all. */
function broken({ name }) {
  return { reason: name === 'TimeoutError' ? 'silent' : undefined };
}

/** The cursor that the batch began at, where it can be told from its events or gap. */
function firstCursor({ events, gap }) {
  return gap ? gap.requested : events.length > 0 ? before(events[0].id) : undefined;
}

/** The address in the header `Link: <…>; rel="next"`. */
function linkToNext(response) {
  const link = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(response.headers.get('Link') ?? '');
  return link && new URL(link[1], response.url);
}
