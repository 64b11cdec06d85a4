// The latency of all strategies over the last minute, in one picture.
import { timeChart } from '../chart.js';
import { showLegend } from '../legend.js';
import { redraw, retell } from '../redraw.js';
import { Series, SPAN } from '../series.js';
import { duration, text } from '../text.js';
import { calm, styleOf } from '../theme.js';

const DRAW_MS = 250;
const STEP = 10_000_000;

export function start(element, lab) {
  const { strategies, clock } = lab;
  const canvas = element.querySelector('canvas');
  const draw = timeChart(canvas);
  const series = new Map(strategies.map(({ id, subscription }) => [id, follow(subscription)]));
  const shown = () => strategies.filter(({ subscription }) => subscription.isOn);

  redraw(canvas, DRAW_MS, () => {
    const now = clock.now();
    // Who wants little movement sees a still axis, which is moved on every ten seconds.
    const to = calm() ? Math.ceil(now / STEP) * STEP : now;
    showLegend(element, strategies);
    draw({
      from: to - SPAN,
      to,
      lines: shown().map(({ id, name, element: card }) => ({
        name,
        colour: styleOf(card, '--series'),
        points: series.get(id).since(to - SPAN).map((point) => ({ ...point, doubtful: lab.trust?.doubts(point.at) })),
      })),
    });
  });
  retell(canvas, () => [text('latency.alternative'), ...shown().map(sentence)].join(' '));
}

function follow(subscription) {
  const series = new Series();
  subscription.watch({
    event: ({ dueAt }, now) => dueAt >= subscription.meter.latencyFrom && series.record(now - dueAt, now),
    reset: () => series.clear(),
  });
  return series;
}

function sentence({ name, subscription }) {
  const { p50, p99 } = subscription.snapshot().latency;
  return text('latency.of', name, duration(p50), duration(p99));
}
