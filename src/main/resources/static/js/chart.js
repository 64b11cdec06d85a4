// The only file that knows the chart library.
import '../webjars/chart.js/dist/chart.umd.min.js';
import { paled, styleOf } from './theme.js';
import { bytes, number, text, timeOfDay } from './text.js';

const { Chart } = globalThis;

/** The latencies that the page draws, in ms; shorter and longer ones stand at the edge. */
const SHORTEST = 0.1;
const LONGEST = 100_000;
const DECADES = [0.1, 1, 10, 100, 1000, 10_000, 100_000];

export const within = (micros) => Math.min(LONGEST, Math.max(SHORTEST, micros / 1000));

/**
 * Latencies over time on a logarithmic scale.
 *
 * `draw({from, to, lines})` shows the time between two moments (µs); a line is {name, colour, points}, a point {at,
 * latency, doubtful}, all in µs.
 */
export function timeChart(canvas) {
  const chart = lineChart(canvas, {
    x: { type: 'linear', ticks: { callback: (value) => timeOfDay(value * 1e6), maxRotation: 0 } },
    y: logarithmic(),
  });
  chart.options.scales.x.afterBuildTicks = (axis) => (axis.ticks = tens(axis.min, axis.max));
  return (picture) => {
    const { x } = chart.options.scales;
    x.min = picture.from / 1e6;
    x.max = picture.to / 1e6;
    show(chart, picture.lines, ({ name, colour, points }) => ({
      label: name,
      data: points.map(({ at, latency, doubtful }) => ({ x: at / 1e6, y: within(latency), doubtful })),
      borderColor: colour,
      ...dots(points, colour),
      // Costs one stroke a segment, so it is asked for only where it makes a difference.
      segment: points.some(({ doubtful }) => doubtful)
        ? { borderColor: ({ p1 }) => (p1.raw.doubtful ? paled(colour) : undefined) }
        : undefined,
    }));
  };
}

/** Which share of the events arrived within which time. `draw({lines})`; a point is [µs, share]. */
export function shareChart(canvas) {
  const chart = lineChart(canvas, {
    x: logarithmic(),
    y: { type: 'linear', min: 0, max: 100, ticks: { stepSize: 25, callback: (value) => `${value} %` } },
  });
  return ({ lines }) =>
    show(chart, lines, ({ name, colour, points }) => ({
      label: name,
      data: [[points[0]?.[0], 0], ...points].map(([micros, share]) => ({ x: within(micros), y: share * 100 })),
      borderColor: colour,
      backgroundColor: colour,
      pointRadius: 0,
    }));
}

/** Bytes, a bar each in two parts. `draw({bars})`; a bar is {label, colour, parts: [number, number]}. */
export function barChart(canvas, partNames) {
  const callback = (value) => bytes(value);
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: [], datasets: partNames.map((label) => ({ label, data: [], maxBarThickness: 28 })) },
    options: {
      ...common(),
      indexAxis: 'y',
      parsing: true,
      scales: {
        x: { stacked: true, beginAtZero: true, suggestedMax: 100, ticks: { maxTicksLimit: 6, maxRotation: 0, callback } },
        y: { stacked: true, grid: { display: false }, ticks: { autoSkip: false } },
      },
    },
  });
  return ({ bars }) => {
    chart.data.labels = bars.map(({ label }) => label);
    chart.data.datasets.forEach((dataset, i) => {
      dataset.data = bars.map(({ parts }) => parts[i]);
      dataset.backgroundColor = bars.map(({ colour }) => (i === 0 ? colour : paled(colour)));
    });
    update(chart);
  };
}

function lineChart(canvas, scales) {
  return new Chart(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: { ...common(), parsing: false, normalized: true, scales, elements: { line: { borderWidth: 2 } } },
  });
}

function common() {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    // The legend is part of the document, and nothing follows the mouse.
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
  };
}

function logarithmic() {
  return {
    type: 'logarithmic',
    min: SHORTEST,
    max: LONGEST,
    afterBuildTicks: (axis) => (axis.ticks = DECADES.map((value) => ({ value }))),
    ticks: { callback: (ms) => (ms < 1000 ? text('unit.ms', number(ms)) : text('unit.s', number(ms / 1000))), maxRotation: 0 },
  };
}

/** A few points don't make a line, and many make one without dots. */
function dots(points, colour) {
  const few = points.length < 60;
  return {
    pointRadius: few ? 2 : 0,
    pointBorderWidth: 0,
    pointBackgroundColor: few ? points.map(({ doubtful }) => (doubtful ? paled(colour) : colour)) : colour,
  };
}

function tens(from, to) {
  const first = Math.ceil(from / 10) * 10;
  return Array.from({ length: Math.floor((to - first) / 10) + 1 }, (_, i) => ({ value: first + 10 * i }));
}

function show(chart, lines, dataset) {
  chart.data.datasets = lines.map((line, i) => Object.assign(chart.data.datasets[i] ?? {}, dataset(line)));
  update(chart);
}

/** Draws in the present colours, which follow the scheme. */
function update(chart) {
  const [ink, line] = ['--quiet', '--line'].map((name) => styleOf(chart.canvas, name));
  const { fontFamily: family } = getComputedStyle(chart.canvas);
  for (const scale of Object.values(chart.options.scales)) {
    Object.assign(scale.ticks, { color: ink, font: { family } });
    scale.grid = { ...scale.grid, color: line };
    scale.border = { color: line };
  }
  chart.update('none');
}
