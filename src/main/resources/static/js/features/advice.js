// The view that recommends: asks the server about what was measured here, and words its answer.
import { amount } from '../advice/amounts.js';
import { Measured } from '../advice/measured.js';
import { questionForm } from '../advice/question.js';
import { Verdict } from '../advice/verdict.js';
import { call } from '../api.js';
import { number, text } from '../text.js';

const LOOK_MS = 1000;
const ASK_MS = 3000;
const TICK_MS = 250;
const WORKLOAD_MS = 5000;
const ANNOUNCE_MS = 10_000;
const SLOWEST = 0.0001;
const LARGEST = 60_000;

export function start(element, lab) {
  const form = element.querySelector('form');
  const asked = form.querySelector('.asked');
  const problem = form.querySelector('.problem');
  const withheld = element.querySelector('.withheld');
  const answer = element.querySelector('.answer');
  const measured = new Measured(lab);
  const verdict = new Verdict(answer, lab.strategies);
  const tell = announcer(lab.announce);
  let workload = null;
  let workloadDue = 0;
  let due = 0;
  let asking = false;
  const question = questionForm(form, lab.settings, () => (due = 0));

  /** Rate and size: the workload's where it has them, otherwise as they were seen. */
  function load() {
    const { kind, running, rate, size } = workload ?? {};
    if (kind === 'generator') {
      return { rate, size, from: running ? 'workload' : 'paused' };
    }
    const seen = measured.rate;
    return seen > 0
      ? { rate: Math.max(seen, SLOWEST), size: Math.min(Math.max(measured.size ?? 1, 1), LARGEST), from: 'measured' }
      : { rate: 1, size: 256, from: 'assumed' };
  }

  /** Everybody may change it, at any time. */
  async function readWorkload() {
    if (performance.now() >= workloadDue) {
      workloadDue = performance.now() + WORKLOAD_MS;
      workload = await call('GET', lab.api('workload'));
    }
  }

  async function ask() {
    await readWorkload();
    const { rate, size, from } = load();
    asked.textContent = text(`advice-asked.${from}`, amount(rate), number(size));
    const values = question.values(lab);
    const advice = await call('POST', lab.api('advice'), { rate, size, ...values, measured: measured.figures });
    if (isBelieved()) {
      tell(advice.ranked[0]?.strategy, verdict.show(advice));
    }
  }

  function isBelieved() {
    const { believed = true } = lab.trust ?? {};
    const reasons = believed ? [] : lab.trust.reasons().map(({ text }) => text);
    withheld.textContent = believed ? '' : text('advice.withheld', reasons.join(' '));
    withheld.hidden = believed;
    answer.hidden = !believed || !verdict.shown;
    return believed;
  }

  async function tick() {
    if (document.hidden || element.hidden) {
      due = 0;
      return;
    }
    const rests = lab.frozen && due > 0;
    if (!isBelieved() || asking || rests || performance.now() < due) {
      return;
    }
    due = performance.now() + ASK_MS;
    asking = true;
    try {
      await ask();
      problem.textContent = '';
    } catch (error) {
      problem.textContent = error.message;
    } finally {
      asking = false;
      isBelieved();
    }
  }

  setInterval(() => measured.look(), LOOK_MS);
  setInterval(tick, TICK_MS);
}

/** Says a sentence if another strategy comes first than when it last said one, and not too often. */
function announcer(announce) {
  let said;
  let at = -Infinity;
  return (first = null, sentence) => {
    if (first !== said && performance.now() - at >= ANNOUNCE_MS) {
      said = first;
      at = performance.now();
      announce(sentence);
    }
  };
}
