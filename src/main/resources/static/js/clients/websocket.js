// WebSocket without a protocol above it: every text frame is an event or a control message, in both directions.
import { Publishing } from '../publishing.js';
import { address } from '../refusal.js';
import { stream } from '../stream.js';

export function connect({ url, topic, ...options }, handlers) {
  const publishing = new Publishing();
  let socket;
  const kept = stream(
    (after, wire) => {
      const target = address(url, { topic, after });
      target.protocol = target.protocol.replace('http', 'ws');
      let opened = false;
      wire.request();
      const mine = new WebSocket(target, ['push-lab.v1']);
      socket = mine;
      mine.onopen = () => (opened = true);
      mine.onmessage = ({ data }) => wire.message(JSON.parse(data));
      mine.onclose = ({ reason }) => (opened ? wire.lost({ reason: reason || undefined }) : wire.refused());
      return () => {
        publishing.lost();
        mine.close();
      };
    },
    { url, topic, ...options },
    {
      ...handlers,
      onControl: (control) => {
        publishing.answer(control);
        handlers.onControl?.(control);
      },
    },
  );
  const send = (frame) => {
    // A socket that is closing takes frames without a word and drops them.
    if (socket.readyState !== WebSocket.OPEN) {
      throw new Error('not connected');
    }
    socket.send(JSON.stringify(frame));
  };
  return { ...kept, publish: (event) => publishing.publish(event, send) };
}
