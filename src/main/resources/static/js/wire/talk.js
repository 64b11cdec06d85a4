import { hex } from './frames.js';
import { number, text, textOr } from '../text.js';

const LONGEST = 400;
const VISIBLE = { '\r': '\\r', '\n': '\\n', '\0': '\\0', '\t': '\\t' };

/** One segment of a conversation as a list item: who said it when, and its bytes row by row. */
export function said({ direction, at, length, missing, rows }) {
  const item = element('li', `said ${direction}`);
  const table = element('table', 'bytes');
  table
    .createCaption()
    .append(element('b', '', text(`wire.${direction}`)), ` · ${clockTime(at)} · ${text('wire.bytes', number(length))}`);
  const body = table.createTBody();
  rows.forEach((row) => body.append(line(row)));
  if (missing > 0) {
    body.append(plain(text('wire.missing', number(missing))));
  }
  item.append(table);
  return item;
}

function line({ kind, text: bytes, label, values, name, bits, verified }) {
  const row = element('tr', `kind-${kind}`);
  const shown = bits ? element('code', '', hex(bytes)) : printable(bytes);
  const content = element('td', 'content');
  content.append(shown, ...(bits ? [picture(bits)] : []));
  const note = element('td', 'note', textOr(name ? '' : label, `wire.${label}`).replace(/\{(\d)\}/g, (_, i) => values[i]));
  if (verified !== undefined) {
    note.append(' ', text(verified ? 'wire.accept.verified' : 'wire.accept.wrong'));
  }
  row.append(element('td', 'size', number(bytes.length)), content, note);
  return row;
}

function plain(sentence) {
  const row = element('tr', 'missing');
  const cell = element('td', '', sentence);
  cell.colSpan = 3;
  row.append(cell);
  return row;
}

/** The fields of a frame's header, bit by bit. */
function picture(bits) {
  const picture = element('span', 'bits');
  for (const { name, bits: digits, value } of bits) {
    const field = element('span', 'bit-field');
    field.append(element('span', 'digits', digits ?? String(value)), element('span', 'name', name));
    picture.append(field);
  }
  return picture;
}

/** Bytes as a person reads them: UTF-8, with signs of their own for what can't be seen. */
function printable(bytes) {
  const decoded = new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  const code = element('code');
  for (const part of decoded.slice(0, LONGEST).split(/([\r\n\0\t])/)) {
    code.append(VISIBLE[part] ? element('i', '', VISIBLE[part]) : part);
  }
  if (decoded.length > LONGEST) {
    code.append(`… (+${number(decoded.length - LONGEST)})`);
  }
  return code;
}

function clockTime(micros) {
  const date = new Date(micros / 1000);
  return `${date.toLocaleTimeString(document.documentElement.lang, { hour12: false })}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

export function element(name, className, content) {
  const created = document.createElement(name);
  if (className) {
    created.className = className;
  }
  if (content !== undefined) {
    created.textContent = content;
  }
  return created;
}
