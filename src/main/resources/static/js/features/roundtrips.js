// How long a message of the client's own takes to the server and back: by request, or over the card's own connection.
import { run } from '../controls.js';
import { RoundTrips } from '../roundtrips.js';
import { duration, number, text } from '../text.js';

const EVERY_MS = 1000;
const SHOW_MS = 500;
const PARTS = ['up', 'down', 'total', 'accepted'];

export function start(element, lab) {
  const page = Math.random().toString(36).slice(2, 8);
  const cards = lab.strategies.map((strategy) => {
    const { id, subscription } = strategy;
    strategy.roundTrips = new RoundTrips({ subscription, from: `${id}@${page}`, clock: lab.clock });
    return { strategy, row: element.querySelector(`[data-trips="${id}"]`) };
  });
  const live = () => lab.strategies.filter(({ subscription }) => subscription.state.name === 'live');
  const problem = element.querySelector('.problem');
  const button = element.querySelector('button');

  /** One card after the other, evenly over a second, so that they don't wait for each other. */
  const round = () =>
    Promise.all(
      live().map(async ({ roundTrips }, i, { length }) => {
        await new Promise((resolve) => setTimeout(resolve, (i * EVERY_MS) / length));
        await roundTrips.send();
      }),
    );

  button.addEventListener('click', () => run(button, problem, round));
  setInterval(() => {
    const speaks = lab.scenario?.twoWay && lab.workload.current?.running;
    speaks && !document.hidden && round();
  }, EVERY_MS);
  setInterval(() => {
    if (!document.hidden && !lab.frozen) {
      cards.forEach(show);
      element.querySelector('table').hidden = !cards.some(({ row }) => !row.hidden);
    }
  }, SHOW_MS);
}

function show({ strategy: { card, roundTrips }, row }) {
  const { median, answered, unanswered, refused, reason } = roundTrips;
  row.hidden = answered + unanswered + refused === 0;
  for (const part of PARTS) {
    write(row.querySelector(`[data-part=${part}]`), duration(median?.[part]));
  }
  const failed = [
    unanswered > 0 && text('roundtrip.unanswered', number(unanswered)),
    refused > 0 && text('roundtrip.refused', number(refused), reason),
  ].filter(Boolean);
  write(row.querySelector('[data-part=failed]'), failed.join(' '));
  const parts = median && text('roundtrip.parts', duration(median.up), duration(median.down), duration(median.accepted));
  card.set('round-trip', duration(median?.total), [parts, ...failed].filter(Boolean).join(' '));
}

function write(field, value) {
  if (field.textContent !== value) {
    field.textContent = value;
  }
}
