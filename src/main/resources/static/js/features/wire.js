// The bytes of this page's own connections, as the server saw them at its sockets.
import { call } from '../api.js';
import { number, text } from '../text.js';
import { costs, dissect } from '../wire/dissect.js';
import { element, said } from '../wire/talk.js';
import { verifyAccept } from '../wire/accept.js';

const LOOK_MS = 2000;
const OPENING = 8;
const NEWEST = 6;
const KINDS = ['event', 'framing', 'control', 'head'];

export function start(section, lab) {
  const { strategies, api, settings } = lab;
  const form = section.querySelector('.wire-choice');
  const { strategy, follow } = form.elements;
  const none = section.querySelector('.wire-none');
  const first = strategies[0].id;
  const byId = new Map(strategies.map((each) => [each.id, each]));
  let recorded = {};
  let items = new Map();

  strategy.value = settings.choice('wire', [...byId.keys()], first);
  form.addEventListener('submit', (submit) => submit.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (target.name === 'strategy') {
      settings.set('wire', target.value === first ? undefined : target.value);
      showTalk();
    }
  });

  async function look() {
    try {
      const page = new URLSearchParams({ page: document.body.dataset.page });
      const { strategies: recordings } = await call('GET', `${api('wire')}?${page}`);
      recorded = {};
      for (const [id, each] of Object.entries(recordings)) {
        recorded[id] = each.map((recording) => ({ ...recording, ...dissect(recording) }));
        await Promise.all(recorded[id].map(verifyAccept));
      }
      showCosts();
      showTalk();
    } catch (error) {
      none.textContent = error.message;
    }
  }

  function showCosts() {
    const all = strategies
      .map(({ id, name, streams }) => ({ name, cost: costs(recorded[id] ?? [], streams) }))
      .filter(({ cost }) => cost)
      .map((each) => ({ ...each, sum: KINDS.reduce((sum, kind) => sum + each.cost[kind], 0) }));
    const most = Math.max(...all.map(({ sum }) => sum));
    section.querySelector('.wire-costs tbody').replaceChildren(...all.map((each) => costRow(each, most)));
  }

  /** What is shown already stays as it is, so that a reader does not lose the place. */
  function showTalk() {
    const { id, name, streams } = byId.get(strategy.value);
    const recordings = recorded[id] ?? [];
    const opening = streams ? openingOf(recordings) : [];
    const isOpening = new Set(opening.map(({ key }) => key));
    const others = inOrder(recordings.flatMap(segmentsOf)).filter(({ key }) => !isOpening.has(key));
    const shown = [...opening, ...others.slice(-NEWEST)];
    items = new Map(shown.map((segment) => [segment.key, items.get(segment.key) ?? said(segment)]));
    section.querySelector('.wire-talk').replaceChildren(...items.values());
    none.textContent = shown.length > 0 ? '' : text('wire.none', name);
  }

  setInterval(() => lab.view === 'wire' && !document.hidden && follow.checked && look(), LOOK_MS);
}

/** How the newest connection began, up to the first event: of those that are open, if one is. */
function openingOf(recordings) {
  const newest = recordings.findLast(({ closedAt }) => closedAt === null) ?? recordings.at(-1);
  const segments = newest ? inOrder(segmentsOf(newest)) : [];
  const event = segments.findIndex(({ rows }) => rows.some(({ kind }) => kind === 'event'));
  return segments.slice(0, event < 0 ? OPENING : Math.min(event + 1, OPENING));
}

function inOrder(segments) {
  return segments.sort((a, b) => a.at - b.at || (a.direction === 'in' ? -1 : 1));
}

/** A recording's segments, each with the rows that begin in it. */
function segmentsOf({ connection, openedAt, ...directions }) {
  return ['in', 'out'].flatMap((direction) =>
    directions[direction].flatMap(({ at, rows, segments }) => {
      let end = at;
      const placed = rows.map((row) => ({ row, begin: (end += row.text.length) - row.text.length }));
      return segments.map(({ at: time, offset, length, bytes }) => {
        const kept = atob(bytes).length;
        return {
          key: `${connection} ${openedAt} ${direction} ${offset}`,
          direction,
          at: time,
          length,
          missing: length - kept,
          rows: placed.filter(({ begin }) => begin >= offset && begin < offset + kept).map(({ row }) => row),
        };
      });
    }),
  );
}

function costRow({ name, cost, sum }, most) {
  const row = element('tr');
  const head = element('th', '', name);
  head.scope = 'row';
  const bar = element('td', 'bar');
  for (const kind of KINDS.filter((kind) => cost[kind] > 0)) {
    const part = element('span', `kind-${kind}`);
    part.title = `${text(`wire.kind.${kind}`)}: ${text('wire.bytes', number(Math.round(cost[kind])))}`;
    part.style.width = `${(100 * cost[kind]) / most}%`;
    part.append(element('span', 'visually-hidden', `${part.title}. `));
    bar.append(part);
  }
  row.append(head, bar, element('td', 'size', text('wire.bytes', number(Math.round(sum)))));
  return row;
}
