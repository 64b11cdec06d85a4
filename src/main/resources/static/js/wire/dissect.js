// What the server recorded of a connection, cut into rows that say what each byte is for.
import { frames } from './frames.js';
import { chunks, head } from './http.js';
import { batch, json, lines, sockjs, sse, stomp } from './messages.js';
import { Rows } from './rows.js';

/**
 * Both directions of a recording, as runs of bytes without a break: {in, out}, each [{at, rows, segments}]. The first run
 * begins with the head; between two runs is what the server did not keep.
 */
export function dissect({ segments }) {
  const requests = join(segments.filter(({ direction }) => direction === 'in'));
  const answers = join(segments.filter(({ direction }) => direction === 'out'));
  const request = opening(requests);
  const answer = opening(answers);
  const layers = layersOf(request, answer);
  const cut = (first, layer) => (run) => {
    const rows = run.at === 0 ? first.rows : new Rows();
    layer(run.at === 0 ? first.rest : run.text, rows);
    return { at: run.at, rows, segments: run.segments };
  };
  return { in: requests.map(cut(request, layers.in)), out: answers.map(cut(answer, layers.out)) };
}

/** Segments that follow each other without a break, as one text each. */
function join(segments) {
  const runs = [];
  for (const segment of segments) {
    const text = atob(segment.bytes);
    const last = runs.at(-1);
    if (last && last.at + last.text.length === segment.offset) {
      last.text += text;
      last.segments.push(segment);
    } else {
      runs.push({ at: segment.offset, text, segments: [segment] });
    }
  }
  return runs;
}

/** The head of a direction; of one whose head was not recorded nothing is known. */
function opening([run]) {
  const rows = new Rows();
  return run?.at === 0 ? { rows, ...head(run.text, rows) } : { rows, start: '', headers: {}, rest: '' };
}

/** How the bytes after the heads are to be read, as the heads say. */
function layersOf({ start, headers: asked }, { headers: answered }) {
  const path = start.split(' ')[1] ?? '';
  const type = answered['content-type'] ?? '';
  const isSockJs = /\/stomp\/\d+\/[^/]+\/[a-z_]+/.test(path);
  const message = isSockJs ? sockjs : path.includes('/stomp/websocket') ? stomp : json;
  if ('upgrade' in asked) {
    const layer = (text, rows) => frames(text, rows, message);
    return { in: layer, out: layer };
  }
  const body = isSockJs ? sockjs : batch;
  const answer = type.startsWith('text/event-stream')
    ? (text, rows) => sse(text, rows, message)
    : type.includes('ndjson')
      ? lines
      : body;
  const isChunked = answered['transfer-encoding'] === 'chunked';
  return { in: body, out: isChunked ? (text, rows) => chunks(text, rows, answer) : answer };
}

/**
 * What one event cost on the average of the recordings, in bytes: {head, framing, event, control}; null without events.
 *
 * @param once whether heads are spent once for all events, and so not counted
 */
export function costs(dissected, once) {
  const sums = { head: 0, framing: 0, event: 0, control: 0 };
  let events = 0;
  for (const { kind, text } of dissected.flatMap((each) => [...each.in, ...each.out]).flatMap(({ rows }) => [...rows])) {
    sums[kind] += text.length;
    events += kind === 'event' ? 1 : 0;
  }
  sums.head = once ? 0 : sums.head;
  return events ? Object.fromEntries(Object.entries(sums).map(([kind, sum]) => [kind, sum / events])) : null;
}
