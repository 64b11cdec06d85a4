// The server's recommendation in sentences.
import { bytes, number, text } from '../text.js';
import { amount, cpu, time } from './amounts.js';

/** Who comes first, and why. */
export function sentenceOf(advice, nameOf) {
  const { question, ranked, rankedBy, model } = advice;
  const [first, second] = ranked;
  if (!first) {
    return text('advice.nobody.why');
  }
  const late = time(question.stalenessMs);
  const name = nameOf(first.strategy);
  const why =
    rankedBy === 'bytesPerHourPerClient'
      ? text('advice.first.bytes', name, late, bytes(first.bytesPerHourPerClient.value))
      : text('advice.first.cpu', name, late, number(question.audience), cpu(first.serverCpuPercent.value));
  return [
    why,
    first.pollIntervalMs ? text('advice.first.asks', time(first.pollIntervalMs)) : '',
    first.fits ? '' : text('advice.first.overloaded', number(model.cores)),
    first.p99Micros ? '' : text('advice.first.unmeasured'),
    second ? nextTo(advice, nameOf) : text('advice.first.alone'),
  ]
    .filter(Boolean)
    .join(' ');
}

function nextTo({ ranked, rankedBy, alike }, nameOf) {
  const [first, second] = ranked;
  if (alike.length > 1) {
    const others = alike.filter((id) => id !== first.strategy).map(nameOf);
    const [leanest] = ranked.filter(({ strategy }) => alike.includes(strategy)).sort(byBytes);
    return `${text('advice.first.alike', others.join(', '))} ${text('advice.first.leanest', nameOf(leanest.strategy))}`;
  }
  return text('advice.first.ahead', nameOf(second.strategy), amount(second[rankedBy].value / first[rankedBy].value));
}

function byBytes(one, other) {
  return (one.bytesPerHourPerClient?.value ?? Infinity) - (other.bytesPerHourPerClient?.value ?? Infinity);
}

/** Why a strategy is left out. */
export function reasonOf({ reason, lost, p99Micros }, { question }) {
  const accepted = time(question.stalenessMs);
  if (reason === 'too-late') {
    return text('advice-reason.too-late', text('unit.ms', number(Math.ceil(p99Micros.value / 1000))), accepted);
  }
  return text(`advice-reason.${reason}`, reason === 'lost' ? number(lost) : accepted);
}

const VALUES = { stalenessMs: time, rate: amount, audience: number };

/** Where another one comes first. */
export function flipsOf({ question, ranked, flips }, nameOf) {
  const first = ranked[0]?.strategy ?? null;
  const who = (id) => (id === null ? text('advice.nobody') : nameOf(id));
  const sentences = flips.lines.flatMap(({ along, from, to, below, above }) => {
    const shown = VALUES[along];
    const turn = (flip, way) =>
      text(`advice-flip.${along.toLowerCase()}.${way}`, shown(flip.at), who(flip.strategy)) +
      (flip.extrapolated ? ` ${text('advice-flip.beyond')}` : '');
    return below || above
      ? [below && turn(below, 'below'), above && turn(above, 'above')].filter(Boolean)
      : [text(`advice-flip.${along.toLowerCase()}.none`, shown(from), shown(to), who(first))];
  });
  const turned = flips.twoWayTurned ?? null;
  return [
    ...sentences,
    text(`advice-flip.${question.twoWay ? 'one-way' : 'two-way'}${turned === first ? '.none' : ''}`, who(turned)),
  ];
}

/** What can't be known. */
export function caveatOf(id, { model }) {
  return text(`advice-caveat.${id}`, number(model.mostClients), number(model.mostDeliveries), number(model.cores), model.cpu);
}
