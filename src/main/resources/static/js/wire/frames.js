// WebSocket frames (RFC 6455, section 5.2).

const OPCODES = { 0: 'continuation', 1: 'text', 2: 'binary', 8: 'close', 9: 'ping', 10: 'pong' };

/** Frames one after the other; what a client sends is masked, and shown as it is under the mask. */
export function frames(text, rows, inner) {
  while (text) {
    const header = headerOf(text);
    if (!header) {
      rows.cut('framing', text, 'cut');
      return;
    }
    const { opcode, length, mask, bits, size } = header;
    const masked = text.slice(size, size + length);
    const body = mask ? unmasked(masked, mask) : masked;
    rows.cut('framing', text.slice(0, size), 'frame', [OPCODES[opcode] ?? opcode, length], { bits });
    opcode <= 2 ? inner(body, rows) : rows.cut('control', body, `frame.${OPCODES[opcode]}`);
    text = text.slice(size + length);
  }
}

/** Null if the header is incomplete. */
function headerOf(text) {
  const byte = (i) => text.charCodeAt(i);
  const short = byte(1) & 127;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  const isMasked = byte(1) >> 7 === 1;
  const size = 2 + extended + (isMasked ? 4 : 0);
  if (text.length < size) {
    return null;
  }
  let length = short;
  if (extended) {
    length = 0;
    for (let i = 2; i < 2 + extended; i++) {
      length = length * 256 + byte(i);
    }
  }
  const bits = [
    { name: 'FIN', bits: binary(byte(0) >> 7, 1) },
    { name: 'RSV', bits: binary((byte(0) >> 4) & 7, 3) },
    { name: 'opcode', bits: binary(byte(0) & 15, 4) },
    { name: 'MASK', bits: binary(byte(1) >> 7, 1) },
    { name: 'length', bits: binary(short, 7) },
  ];
  if (extended) {
    bits.push({ name: 'extended', value: length });
  }
  const mask = isMasked ? text.slice(size - 4, size) : null;
  if (mask) {
    bits.push({ name: 'key', value: hex(mask) });
  }
  return { opcode: byte(0) & 15, length, mask, bits, size };
}

function unmasked(text, mask) {
  return [...text].map((c, i) => String.fromCharCode(c.charCodeAt(0) ^ mask.charCodeAt(i % 4))).join('');
}

function binary(value, width) {
  return value.toString(2).padStart(width, '0');
}

/** Bytes as two hexadecimal digits each. */
export function hex(text) {
  return [...text].map((c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
}
