// Says whether the figures can be believed, and withholds verdicts while they can't.
import { Doubts, EventLoop } from '../doubts.js';
import { Queueing } from '../queueing.js';
import { RECENT } from '../recent.js';
import { duration, text, timeOfDay } from '../text.js';

const CHECK_MS = 250;

const sentences = {
  busy: ({ late }) => text('trust.busy', duration(late)),
  hidden: ({ from, to }) => text(document.hidden ? 'trust.hidden-now' : 'trust.hidden', timeOfDay(from), timeOfDay(to)),
  waiting: ({ subject, late }) => text('trust.waiting', subject, duration(late)),
};

/**
 * Gives the lab its `trust`: `reasons()` not to believe the last minute's figures, each {kind, text}; `believed` if there
 * are none; `doubts(moment)` tells whether what was measured at that moment (µs, server time) is doubtful.
 */
export function start(element, lab) {
  const { clock, strategies, switchboard } = lab;
  const doubts = new Doubts(RECENT);
  const loop = new EventLoop();
  const queueing = new Queueing(strategies, switchboard.slots, (strategy, ms) =>
    doubts.note('waiting', clock.now() - ms * 1000, clock.now(), { subject: strategy.name, late: ms * 1000 }),
  );
  const line = element.querySelector('.line');
  let hiddenSince = null;
  let probed = null;
  let checked = clock.now();

  /** Until a strategy is live nothing is measured that could be wrong, and a page that is being built is busy. */
  const measures = () => !document.hidden && strategies.some(({ subscription }) => subscription.state.name === 'live');

  function probe() {
    const before = probed;
    probed = measures() ? performance.now() : null;
    if (before !== null && probed !== null) {
      loop.probe((probed - before - EventLoop.PROBE_MS) * 1000, clock.now());
    }
  }

  function noteHidden() {
    if (document.hidden) {
      hiddenSince ??= clock.now();
      loop.clear();
    }
    if (hiddenSince !== null) {
      doubts.note('hidden', hiddenSince, clock.now());
      hiddenSince = document.hidden ? hiddenSince : null;
    }
  }

  function noteBusy() {
    const now = clock.now();
    const late = loop.p99(now);
    if (late > 0) {
      doubts.note('busy', checked - late, now, { late });
    }
    checked = now;
  }

  const standing = () => doubts.standing(clock.now());
  const reasons = () => standing().map((doubt) => ({ kind: doubt.kind, text: sentences[doubt.kind](doubt) }));

  function verdict() {
    const until = Math.max(...standing().map(({ to }) => to)) + RECENT;
    return [...reasons().map((reason) => reason.text), text('trust.until', timeOfDay(until))].join(' ');
  }

  function show() {
    const believed = standing().length === 0;
    const news = believed ? text('trust.believed') : verdict();
    if (line.textContent !== news) {
      line.textContent = news;
    }
    if (document.body.dataset.believed !== String(believed)) {
      // Only the turn is told to those who hear the page; the sentence itself changes too often.
      document.body.dataset.believed !== undefined && lab.announce(news);
      document.body.dataset.believed = believed;
    }
  }

  function check() {
    noteHidden();
    noteBusy();
    queueing.check();
    document.hidden || show();
  }

  lab.trust = {
    reasons,
    get believed() {
      return standing().length === 0;
    },
    doubts: (moment) => doubts.covers(moment),
  };
  for (const { subscription } of strategies) {
    // The figures that were doubtful are gone.
    subscription.watch({ reset: () => doubts.clear() });
  }
  queueing.start();
  document.addEventListener('visibilitychange', check);
  setInterval(probe, EventLoop.PROBE_MS);
  setInterval(check, CHECK_MS);
  check();
}
