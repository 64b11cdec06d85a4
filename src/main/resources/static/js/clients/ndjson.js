// NDJSON: one HTTP answer that never ends, read by fetch, one JSON object a line.
import { address, refusal } from '../refusal.js';
import { stream } from '../stream.js';

export function connect({ url, topic, ...options }, handlers) {
  return stream(
    (after, wire) => {
      const abort = new AbortController();
      wire.request();
      read(address(url, { topic, after }), abort.signal, wire.message).then(wire.lost, () => wire.lost());
      return () => abort.abort();
    },
    { url, topic, ...options },
    handlers,
  );
}

/** Hands over line by line; returns why the answer ended. */
async function read(url, signal, message) {
  const response = await fetch(url, { cache: 'no-store', signal });
  if (!response.ok) {
    return refusal(response);
  }
  let rest = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return {};
    }
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    lines.filter(Boolean).forEach((line) => message(JSON.parse(line)));
  }
}
