// Draws when each event was due, and when it arrived on every strategy.
import { paled, styleOf } from './theme.js';
import { timeOfDay } from './text.js';

const GUTTER = 92;
const FOOT = 22;
/** The width of a time of day. */
const TIME = 52;
/** So many lines from due time to arrival can be told apart in a lane. */
const READABLE = 40;
/** So many events in one place make the tallest tick; a single one's is a part of it. */
const TALLEST = 50;
const SINGLE = 0.4;

/**
 * Returns `draw({from, to, publisher, lanes, doubts})`: the time between two moments (µs), the name of the publisher's
 * lane, the strategies' lanes, each {name, colour, lane}, and whether a moment is doubtful.
 */
export function timeline(canvas) {
  return (picture) => {
    const sheet = new Sheet(canvas, picture);
    sheet.drawSeconds();
    sheet.inside(() => picture.lanes.forEach((lane, i) => sheet.drawLane(lane, i + 1)));
    sheet.drawPublisher();
  };
}

/** One drawing: where the moments and the lanes are, and how things look there. */
class Sheet {
  #pen;
  #colours = {};
  #due;

  constructor(canvas, { from, to, publisher, lanes, doubts }) {
    const { clientWidth: width, clientHeight: height } = canvas;
    Object.assign(this, { from, to, publisher, lanes, doubts, width, height });
    this.#pen = fit(canvas, width, height);
    this.#pen.font = `12px ${getComputedStyle(canvas).fontFamily}`;
    for (const name of ['ink', 'quiet', 'line', 'warn']) {
      this.#colours[name] = styleOf(canvas, `--${name}`);
    }
    this.laneHeight = (height - FOOT) / (lanes.length + 1);
    this.stride = strideOf(Math.max(0, ...lanes.map(({ lane }) => lane.count(from))));
    this.#due = this.#columns();
  }

  x(moment) {
    return GUTTER + ((moment - this.from) / (this.to - this.from)) * (this.width - GUTTER);
  }

  moment(x) {
    return this.from + ((x - GUTTER) / (this.width - GUTTER)) * (this.to - this.from);
  }

  top(i) {
    return (i + 0.15) * this.laneHeight;
  }

  bottom(i) {
    return (i + 0.9) * this.laneHeight;
  }

  drawSeconds() {
    const pen = this.#pen;
    pen.textBaseline = 'alphabetic';
    pen.fillStyle = this.#colours.quiet;
    pen.strokeStyle = this.#colours.line;
    pen.beginPath();
    for (let second = Math.ceil(this.from / 1e6); second <= this.to / 1e6; second++) {
      const x = this.x(second * 1e6);
      pen.moveTo(x, 0);
      pen.lineTo(x, this.height - FOOT);
      // Half as many where they would meet, and none that is cut off.
      if (second % (this.width < 600 ? 4 : 2) === 0 && x + TIME < this.width) {
        pen.fillText(timeOfDay(second * 1e6), x, this.height - 6);
      }
    }
    pen.stroke();
  }

  /** Lets nothing get over the edge. */
  inside(draw) {
    const pen = this.#pen;
    pen.save();
    pen.beginPath();
    pen.rect(GUTTER, 0, this.width - GUTTER, this.height);
    pen.clip();
    draw();
    pen.restore();
  }

  drawLane({ lane, colour }, i) {
    this.#shade(lane, i);
    const dues = this.#columns();
    const arrivals = this.#columns();
    const end = this.bottom(i) - SINGLE * (this.bottom(i) - this.top(i));
    const pen = this.#pen;
    pen.beginPath();
    lane.since(this.from, (offset, due, at) => {
      const [begun, arrived] = [this.x(due), this.x(at)];
      mark(dues, begun);
      mark(arrivals, arrived);
      if (offset % this.stride === 0) {
        pen.moveTo(begun, this.bottom(0));
        pen.lineTo(arrived, end);
      }
    });
    pen.strokeStyle = colour;
    pen.globalAlpha = 0.4;
    pen.stroke();
    pen.globalAlpha = 1;
    dues.forEach((events, x) => (this.#due[x] = Math.max(this.#due[x], events)));
    this.#ticks(arrivals, i, (x) => (this.doubts(this.moment(x)) ? paled(colour) : colour));
  }

  /** Its ticks are those of the events that arrived anywhere: the page knows of no others. */
  drawPublisher() {
    this.#ticks(this.#due, 0, () => this.#colours.ink);
    this.#name(this.publisher, 0, this.#colours.ink);
    this.lanes.forEach(({ name, colour }, i) => this.#name(name, i + 1, colour));
  }

  #columns() {
    return new Uint16Array(Math.max(1, Math.ceil(this.width)));
  }

  #shade(lane, i) {
    const pen = this.#pen;
    pen.fillStyle = this.#colours.warn;
    pen.globalAlpha = 0.18;
    for (const { from, to } of lane.outages(this.from, this.to)) {
      pen.fillRect(this.x(from), this.top(i), this.x(to) - this.x(from), this.bottom(i) - this.top(i));
    }
    pen.globalAlpha = 1;
  }

  /** A tick for each column that holds events, the taller the more. */
  #ticks(columns, i, colour) {
    const [bottom, most] = [this.bottom(i), this.bottom(i) - this.top(i)];
    columns.forEach((events, x) => {
      if (events > 0) {
        const height = most * Math.min(1, SINGLE + ((1 - SINGLE) * Math.log(events)) / Math.log(TALLEST));
        this.#pen.fillStyle = colour(x);
        this.#pen.fillRect(x, bottom - height, 1.5, height);
      }
    });
  }

  #name(text, i, colour) {
    this.#pen.fillStyle = colour;
    this.#pen.textBaseline = 'middle';
    this.#pen.fillText(text, 0, (this.top(i) + this.bottom(i)) / 2, GUTTER - 6);
  }
}

/** Makes a canvas as fine as the screen, and clean; returns its pen. */
function fit(canvas, width, height) {
  const scale = devicePixelRatio;
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== across || canvas.height !== down) {
    Object.assign(canvas, { width: across, height: down });
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}

/** Of how many events one gets a line: 1, 2, 5, 10 … the same events on every lane. */
function strideOf(events) {
  let stride = 1;
  for (let i = 0; events / stride > READABLE; i++) {
    stride *= [2, 2.5, 2][i % 3];
  }
  return stride;
}

function mark(columns, x) {
  if (x >= GUTTER && x < columns.length) {
    columns[Math.floor(x)]++;
  }
}
