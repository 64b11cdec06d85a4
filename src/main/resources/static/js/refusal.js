import { retryAfter } from './backoff.js';

/** Reads an answer that is no success: what it says, whether another try can help, and when. */
export async function refusal(response) {
  const problem = await response.json().catch(() => null);
  const { status } = response;
  return {
    reason: problem?.detail ?? problem?.title ?? `HTTP ${status}`,
    final: status >= 400 && status < 500 && status !== 429 && status !== 408,
    retryAfterMs: retryAfter(response.headers),
  };
}

/** The polling endpoint beside that of another strategy. */
export function besides(url) {
  return new URL('polling', new URL(url, location.href));
}

/**
 * Asks the polling endpoint why a stream was refused: EventSource and WebSocket hide the answer's status and body.
 * It stands beside every stream and judges topic and position in the same way.
 */
export async function askWhy({ url, topic, after }) {
  const question = address(besides(url), { topic, after, limit: 1 });
  try {
    const response = await fetch(question, { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    return response.ok ? {} : await refusal(response);
  } catch {
    return {};
  }
}

/** The request of a strategy: its path with topic, start and whatever else is given, and whose page it comes from. */
export function address(url, parameters = {}) {
  const address = new URL(url, location.href);
  const { page } = document.body.dataset;
  for (const [name, value] of Object.entries({ ...parameters, page })) {
    if (value != null) {
      address.searchParams.set(name, value);
    }
  }
  return address;
}
