// Server-sent events: the browser's EventSource, one HTTP answer that never ends.
import { address } from '../refusal.js';
import { stream } from '../stream.js';

export function connect({ url, topic, ...options }, handlers) {
  return stream(
    (after, wire) => {
      wire.request();
      const source = new EventSource(address(url, { topic, after }));
      source.onmessage = ({ data }) => wire.message(JSON.parse(data));
      for (const name of ['ready', 'gap', 'heartbeat', 'closing']) {
        source.addEventListener(name, ({ data }) => wire.message({ control: name, ...JSON.parse(data) }));
      }
      // EventSource gives up for good on any status but 200 and tells nobody which; a broken connection it would open
      // again by itself, but always after the same delay. Both are left to the stream.
      source.onerror = () => (source.readyState === EventSource.CLOSED ? wire.refused() : wire.lost());
      return () => source.close();
    },
    { url, topic, ...options },
    handlers,
  );
}
