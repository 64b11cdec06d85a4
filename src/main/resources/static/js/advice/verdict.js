import { bytes, duration, text } from '../text.js';
import { amount, cpu, percent, time } from './amounts.js';
import { element } from './elements.js';
import { caveatOf, flipsOf, reasonOf, sentenceOf } from './reasoning.js';

/** The figures of a strategy; those that cost something are held against each other by bars. */
const FIGURES = [
  { name: 'p99Micros', term: () => text('advice.p99'), shown: duration },
  { name: 'serverCpuPercent', term: () => text('advice.cpu'), shown: cpu, bar: true },
  { name: 'bytesPerHourPerClient', term: () => text('advice.bytes'), shown: bytes, bar: true },
  { name: 'requestsPerHour', term: () => text('advice.requests'), shown: amount, bar: true },
];

/** Shows what the server recommends. */
export class Verdict {
  #answer;
  #strategies;
  shown = false;

  constructor(answer, strategies) {
    this.#answer = answer;
    this.#strategies = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  }

  /** Returns the answer as a sentence. */
  show(advice) {
    const { ranked, excluded, caveats } = advice;
    const most = { ...mostOf([...ranked, ...excluded]), beyond: caveats.includes('extrapolated') };
    const nameOf = (id) => this.#strategies.get(id)?.name ?? id;
    const sentence = sentenceOf(advice, nameOf);
    const row = (judgement, note) =>
      element(
        'li',
        `row ${this.#series(judgement.strategy)}`,
        element('h3', '', nameOf(judgement.strategy)),
        note && element('p', 'reason', note),
        element('dl', 'figures', ...figures(judgement, most)),
      );

    this.#first(ranked[0], sentence, nameOf, most);
    this.#fill('others', ranked.slice(1).map((judgement) => row(judgement)));
    this.#fill('excluded', excluded.map((judgement) => row(judgement, reasonOf(judgement, advice))));
    this.#fill('flips', flipsOf(advice, nameOf).map((flip) => element('li', '', flip)));
    this.#fill('caveats', caveats.map((id) => element('li', '', caveatOf(id, advice))));
    this.shown = true;
    return sentence;
  }

  #first(judgement, sentence, nameOf, most) {
    const first = this.#answer.querySelector('.first');
    first.className = `first ${this.#series(judgement?.strategy)}`;
    first.dataset.strategy = judgement?.strategy ?? '';
    first.querySelector('h2').textContent = judgement ? nameOf(judgement.strategy) : text('advice.nobody');
    first.querySelector('.why').textContent = sentence;
    first.querySelector('dl').replaceChildren(...(judgement ? figures(judgement, most) : []));
  }

  #fill(name, items) {
    const part = this.#answer.querySelector(`.${name}`);
    part.hidden = items.length === 0;
    part.querySelector('ol, ul').replaceChildren(...items);
  }

  /** The class that gives a strategy its colour throughout the page. */
  #series(id) {
    return [...(this.#strategies.get(id)?.element.classList ?? [])].find((name) => name.startsWith('series-')) ?? '';
  }
}

/** All of them, so that they stand below each other; none where nothing is known. */
function figures(judgement, most) {
  if (FIGURES.every(({ name }) => !judgement[name])) {
    return [];
  }
  return FIGURES.map(({ name, term, shown, bar }) => {
    const figure = judgement[name];
    return element(
      'div',
      '',
      element('dt', '', term()),
      element('dd', 'value', figure ? shown(figure.value) : '–'),
      bar && figure && track(figure.value / (most[name] || 1)),
      element('dd', 'source', figure ? sourceOf(figure, judgement, most) : text('advice.source.unknown')),
    );
  });
}

function track(share) {
  const bar = element('dd', 'bar');
  bar.setAttribute('aria-hidden', 'true');
  bar.style.setProperty('--share', share);
  return bar;
}

function sourceOf({ source, error }, { pollIntervalMs }, { beyond }) {
  switch (source) {
    case 'measured':
      return text('advice.source.measured');
    case 'interval':
      return text('advice.source.interval', time(pollIntervalMs));
    default:
      return beyond ? text('advice.source.beyond') : text('advice.source.model', percent(error));
  }
}

function mostOf(judgements) {
  const largest = ({ name }) => Math.max(...judgements.map((judgement) => judgement[name]?.value ?? 0));
  return Object.fromEntries(FIGURES.map((figure) => [figure.name, largest(figure)]));
}
