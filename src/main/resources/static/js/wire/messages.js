// What the strategies put around an event: JSON, lines, server-sent events, STOMP and SockJS frames.

const EVENT = /^\{\\?"id\\?":/;
const BATCH = '{"events":[';

/** An event, or what the server says beside events. */
export function json(text, rows) {
  rows.cut(EVENT.test(text) ? 'event' : 'control', text, EVENT.test(text) ? 'event' : 'control');
}

/** The answer to a poll: events in an array, and where to go on. */
export function batch(text, rows) {
  if (!text.startsWith(BATCH)) {
    json(text, rows);
    return;
  }
  rows.cut('framing', BATCH, 'batch');
  let rest = text.slice(BATCH.length);
  while (rest && rest[0] !== ']') {
    const length = lengthOfObject(rest);
    json(rest.slice(0, length), rows);
    const comma = rest[length] === ',' ? ',' : '';
    rows.cut('framing', comma, 'comma');
    rest = rest.slice(length + comma.length);
  }
  rows.cut('framing', rest, 'batch-end');
}

/** Up to where the braces that open at the beginning are closed again. */
function lengthOfObject(text) {
  const token = /"(?:[^"\\]|\\.)*"|[{}]/g;
  let depth = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    depth += found[0] === '{' ? 1 : found[0] === '}' ? -1 : 0;
    if (depth === 0) {
      return token.lastIndex;
    }
  }
  return text.length;
}

/** One JSON object a line. */
export function lines(text, rows) {
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const end = line.endsWith('\n') ? '\n' : '';
    json(line.slice(0, line.length - end.length), rows);
    rows.cut('framing', end, 'line-end');
  }
}

/** Server-sent events (WHATWG HTML, section 9.2): fields line by line, an empty line ends each. */
export function sse(text, rows, inner = json) {
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const [, name, colon] = /^([a-z]*)(: ?)/.exec(line) ?? [];
    if (name === 'data') {
      const end = /\r?\n?$/.exec(line)[0];
      rows.cut('framing', name + colon, 'sse.data');
      inner(line.slice(name.length + colon.length, line.length - end.length), rows);
      rows.cut('framing', end, 'line-end');
    } else {
      rows.cut('framing', line, name ? `sse.${name}` : colon ? 'sse.comment' : 'sse.end');
    }
  }
}

const PLAIN = { eol: '\n', nul: '\0' };
const ESCAPED = { eol: '\\n', nul: '\\u0000' };

/** STOMP frames (STOMP 1.2): a command, headers, an empty line, a body, a NUL. */
export function stomp(text, rows, { eol, nul } = PLAIN) {
  while (text) {
    if (text.startsWith(eol)) {
      rows.cut('control', eol, 'stomp.heartbeat');
      text = text.slice(eol.length);
      continue;
    }
    const end = text.indexOf(nul);
    const frame = end < 0 ? text : text.slice(0, end);
    const blank = frame.indexOf(eol + eol);
    const heads = blank < 0 ? frame : frame.slice(0, blank + eol.length);
    heads
      .split(eol)
      .slice(0, blank < 0 ? undefined : -1)
      .forEach((line, i) => {
        const [, name] = /^([^:]+):/.exec(line) ?? [];
        rows.cut('framing', line + (blank < 0 ? '' : eol), name && i > 0 ? `stomp.${name}` : 'stomp.command', [], { name });
      });
    if (blank >= 0) {
      rows.cut('framing', eol, 'head-end');
      json(frame.slice(blank + 2 * eol.length), rows);
    }
    rows.cut('framing', end < 0 ? '' : nul, 'stomp.nul');
    text = end < 0 ? '' : text.slice(end + nul.length);
  }
}

const SOCKJS = { o: 'open', h: 'heartbeat', c: 'close' };

/** SockJS frames: a letter, and for messages an array of strings; what a client sends is the array alone. */
export function sockjs(text, rows) {
  while (text) {
    const [padding] = /^h{2048}\n?/.exec(text) ?? [];
    const [simple] = padding ? [] : (/^(?:[oh]|c\[[^\]]*\])\n?/.exec(text) ?? []);
    if (padding || simple) {
      rows.cut(padding ? 'framing' : 'control', padding ?? simple, padding ? 'sockjs.padding' : `sockjs.${SOCKJS[simple[0]]}`);
      text = text.slice((padding ?? simple).length);
    } else {
      text = strings(text, rows);
    }
  }
}

/** An array of strings, each a piece of STOMP as JSON escapes it; returns what follows. */
function strings(text, rows) {
  const [open] = /^a?\["?/.exec(text) ?? [];
  if (!open) {
    rows.cut('framing', text, 'cut');
    return '';
  }
  rows.cut('framing', open, 'sockjs.array');
  let rest = text.slice(open.length);
  while (rest) {
    const [content] = /^(?:[^"\\]|\\.)*/.exec(rest);
    stomp(content, rows, ESCAPED);
    rest = rest.slice(content.length);
    const [between] = /^","/.exec(rest) ?? [];
    if (!between) {
      break;
    }
    rows.cut('framing', between, 'sockjs.comma');
    rest = rest.slice(between.length);
  }
  const [close] = /^"?\]?\n?/.exec(rest);
  rows.cut('framing', close, 'sockjs.array-end');
  rest = rest.slice(close.length);
  if (rest && !close) {
    rows.cut('framing', rest, 'cut');
    return '';
  }
  return rest;
}
