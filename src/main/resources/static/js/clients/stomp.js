// STOMP over SockJS: frames with headers, over WebSocket where it works and over plain HTTP where it doesn't; or over a
// WebSocket of its own.
import '../../webjars/sockjs-client/sockjs.min.js';
import '../../webjars/stomp-websocket/stomp.min.js';
import { Publishing } from '../publishing.js';
import { address } from '../refusal.js';
import { stream } from '../stream.js';

const { SockJS, Stomp } = globalThis;
const NATIVE = 'native-websocket';
/** What SockJS may choose from: all of it but frames and scripts from elsewhere, which this page forbids itself. */
const CHOICE = ['websocket', 'xhr-streaming', 'eventsource', 'xhr-polling'];

/** `transport` is one of SockJS's, NATIVE, or empty to let SockJS choose. */
export function connect({ url, topic = 'events', transport: wanted = '', ...options }, handlers) {
  const publishing = new Publishing();
  let client;
  const kept = stream(
    (after, wire) => {
      const stopCounting = countRequests(url, wire.request);
      const socket = socketTo(url, wanted);
      let welcomed = false;
      let ready = false;
      const mine = Stomp.over(socket);
      client = mine;
      mine.debug = null;
      mine.heartbeat = { outgoing: 10_000, incoming: 10_000 };
      mine.connect(
        {},
        () => {
          welcomed = true;
          const transport = transportOf(socket);
          if (transport.includes('websocket')) {
            wire.request();
          }
          mine.subscribe(
            `/topic/${topic}`,
            ({ body }) => {
              const message = JSON.parse(body);
              ready ||= message.control === 'ready';
              wire.message(message.control === 'ready' ? { ...message, transport } : message);
            },
            { after },
          );
        },
        // An ERROR frame, or only a sentence when the socket went away.
        (error) => {
          if (error?.command === 'ERROR') {
            const { reason, status, final } = problemOf(error);
            publishing.lost({ detail: reason, status });
            // Once ready, it isn't the subscription that is wrong but something published over this connection.
            wire.lost({ reason, final: final && !ready });
          } else if (welcomed) {
            wire.lost();
          } else {
            wire.refused(wanted && 'transport');
          }
        },
      );
      return () => {
        stopCounting();
        publishing.lost();
        // disconnect() would send a frame, which a socket that isn't open refuses by an exception.
        mine.connected ? mine.disconnect() : socket.close();
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
    if (!client.connected) {
      throw new Error('not connected');
    }
    client.send(`/app/${topic}`, {}, JSON.stringify(frame));
  };
  return {
    ...kept,
    publish: (event) => publishing.publish(event, send),
    configure: ({ transport }) => {
      if (transport !== wanted) {
        wanted = transport;
        kept.reopen();
      }
    },
  };
}

function socketTo(url, transport) {
  if (transport !== NATIVE) {
    return new SockJS(address(url).href, null, { transports: transport ? [transport] : CHOICE, timeout: 5000 });
  }
  const target = address(`${url}/websocket`);
  target.protocol = target.protocol.replace('http', 'ws');
  return new WebSocket(target, ['v12.stomp', 'v11.stomp', 'v10.stomp']);
}

/** What carries the frames, as the open socket knows it: never what was wanted. */
function transportOf(socket) {
  return socket instanceof SockJS ? socket.transport : NATIVE;
}

/** What an ERROR frame says; its body is the problem that an HTTP request would have been answered with. */
function problemOf({ headers, body }) {
  let problem = {};
  try {
    problem = JSON.parse(body);
  } catch {
    // Spring's own ERROR frames have no body; the header says it.
  }
  const { status = 500, detail, title } = problem;
  return { reason: detail ?? title ?? headers.message, status, final: status >= 400 && status < 500 && status !== 429 };
}

/** SockJS chooses its requests by itself; the browser's own record shows those over HTTP. */
function countRequests(url, request) {
  const prefix = new URL(url, location.href).href + '/';
  const observer = new PerformanceObserver((list) =>
    list.getEntries().forEach(({ name }) => name.startsWith(prefix) && request()),
  );
  observer.observe({ type: 'resource' });
  return () => observer.disconnect();
}
