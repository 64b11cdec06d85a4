const FIXED = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Recomputes Sec-WebSocket-Accept from the key (RFC 6455, section 4.2.2) and notes in its row whether it is right; not
 * where the browser lets pages compute no hashes.
 */
export async function verifyAccept({ in: requests, out: answers }) {
  const find = (runs, name) => runs[0]?.rows.find((row) => row.name?.toLowerCase() === name);
  const key = find(requests, 'sec-websocket-key');
  const accept = find(answers, 'sec-websocket-accept');
  if (key && accept && crypto.subtle) {
    const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(key.value + FIXED));
    accept.verified = btoa(String.fromCharCode(...new Uint8Array(hash))) === accept.value;
  }
}
