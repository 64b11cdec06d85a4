// The view of pictures: when events arrived, how their latencies are spread, and what each cost in bytes.
import { barChart, shareChart } from '../chart.js';
import { Lane } from '../lanes.js';
import { showLegend } from '../legend.js';
import { parse } from '../position.js';
import { redraw, retell } from '../redraw.js';
import { bytes, duration, number, text } from '../text.js';
import { calm, styleOf } from '../theme.js';
import { timeline } from '../timeline.js';

const TIMELINE_MS = 100;
const CHART_MS = 1000;
const SPAN = 8_000_000;
const STEP = 4_000_000;

export function start(element, lab) {
  const shown = () =>
    lab.strategies
      .filter(({ subscription }) => subscription.isOn)
      .map((strategy) => ({ ...strategy, colour: styleOf(strategy.element, '--series') }));
  showTimeline(element.querySelector('#timeline'), lab, shown);
  showDistribution(element.querySelector('#distribution'), lab, shown);
  showBytes(element.querySelector('#bytes'), lab, shown);
  redraw(element, CHART_MS, () => showLegend(element, lab.strategies));
}

function showTimeline(canvas, lab, shown) {
  const { clock, strategies } = lab;
  const lanes = new Map(strategies.map(({ id, subscription }) => [id, follow(subscription, clock)]));
  const draw = timeline(canvas);
  redraw(canvas, TIMELINE_MS, () => {
    const now = clock.now();
    const to = calm() ? Math.ceil(now / STEP) * STEP : now;
    draw({
      from: to - SPAN,
      to,
      publisher: text('timeline.publisher'),
      lanes: shown().map(({ id, name, colour }) => ({ name, colour, lane: lanes.get(id) })),
      doubts: (moment) => lab.trust?.doubts(moment),
    });
  });
  retell(canvas, () => {
    const from = clock.now() - SPAN;
    const sentences = shown().map(({ id, name }) => text('timeline.of', name, number(lanes.get(id).count(from))));
    return [text('timeline.alternative'), ...sentences].join(' ');
  });
}

function follow(subscription, clock) {
  const lane = new Lane();
  lane.became(subscription.state.name, clock.now());
  subscription.watch({
    event: ({ id, dueAt }, now) => lane.arrived(parse(id).offset, dueAt, now),
    state: ({ name }) => lane.became(name, clock.now()),
    reset: () => lane.clear(),
  });
  return lane;
}

function showDistribution(canvas, { clock }, shown) {
  const draw = shareChart(canvas);
  redraw(canvas, CHART_MS, () => {
    const now = clock.now();
    const points = ({ meter }) => meter.recent(now).shares();
    draw({ lines: shown().map(({ name, colour, subscription }) => ({ name, colour, points: points(subscription) })) });
  });
  retell(canvas, () => {
    const sentences = shown().map(({ name, subscription }) => {
      const { p50, p90, p99, max } = subscription.snapshot().latency;
      return text('distribution.of', name, duration(p50), duration(p90), duration(p99), duration(max));
    });
    return [text('distribution.alternative'), ...sentences].join(' ');
  });
}

function showBytes(canvas, { stats }, shown) {
  const draw = barChart(canvas, [text('bytes.down'), text('bytes.up')]);
  const costs = () => shown().map((strategy) => ({ ...strategy, ...stats.of(strategy.id) }));
  redraw(canvas, CHART_MS, () =>
    draw({
      bars: costs().map(({ name, colour, perEvent, downPerEvent, upPerEvent }) => ({
        label: [name, bytes(perEvent)],
        colour,
        parts: [downPerEvent ?? 0, upPerEvent ?? 0],
      })),
    }),
  );
  retell(canvas, () => {
    const sentences = costs().map(({ name, perEvent }) => text('bytes.of', name, bytes(perEvent)));
    return [text('bytes.alternative'), ...sentences].join(' ');
  });
}
