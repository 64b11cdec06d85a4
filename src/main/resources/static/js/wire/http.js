// HTTP/1.1 (RFC 9112): the head line by line, and the chunks of a body without a length.

const END = '\r\n\r\n';

/** Cuts the head off and returns {start, headers, rest}; rest is empty while the head is incomplete. */
export function head(text, rows) {
  const end = text.indexOf(END);
  const lines = (end < 0 ? text : text.slice(0, end + 2)).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const headers = {};
  lines.forEach((line, i) => {
    const [, name, value] = (i > 0 && /^([^:]+):\s*(.*?)\r?\n?$/.exec(line)) || [];
    if (name) {
      headers[name.toLowerCase()] = value;
      rows.cut('head', line, `header.${name.toLowerCase()}`, [], { name, value });
    } else {
      rows.cut('head', line, line.startsWith('HTTP/') ? 'status' : 'request');
    }
  });
  if (end >= 0) {
    rows.cut('head', '\r\n', 'head-end');
  }
  return { start: lines[0]?.trim() ?? '', headers, rest: end < 0 ? '' : text.slice(end + END.length) };
}

/** A body of chunks, each a size, so many bytes, and a line's end. */
export function chunks(text, rows, inner) {
  while (text) {
    if (text.startsWith('\r\n')) {
      rows.cut('framing', '\r\n', 'chunk-end');
      text = text.slice(2);
      continue;
    }
    const [start, size] = /^([0-9a-f]+)(?:;[^\r\n]*)?\r\n/i.exec(text) ?? [];
    if (!start) {
      // What was not recorded ended in the middle of a chunk.
      inner(text, rows);
      return;
    }
    const length = parseInt(size, 16);
    const body = text.slice(start.length, start.length + length);
    rows.cut('framing', start, length > 0 ? 'chunk' : 'last-chunk', [length]);
    inner(body, rows);
    text = text.slice(start.length + length);
  }
}
