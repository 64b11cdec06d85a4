// What an event says, as a person would read it. Knows the data of the events that this application publishes.
import { number, text } from './text.js';

const MAX = 90;

const readers = {
  earthquake: ({ magnitude, place }) => [text('event.magnitude', Number(magnitude).toFixed(1).replace('-', '−')), place],
  sample: (data) => {
    const line = String(data);
    return [text('event.sample', line.trim()), text('event.bytes', number(JSON.stringify(data).length))];
  },
  echo: ({ from, n }) => [text('event.echo'), `${from} · ${n}`],
  greeting: (data) => [text('event.greeting'), data?.text ?? data],
};

/** An event as [headline, rest]. */
export function describe({ id, type, data }) {
  const [head, rest] = readers[type]?.(data ?? {}) ?? [type, undefined];
  return [head, short(rest ?? data ?? id)];
}

function short(value) {
  const line = typeof value === 'string' ? value : JSON.stringify(value);
  return line.length > MAX ? `${line.slice(0, MAX)}…` : line;
}
