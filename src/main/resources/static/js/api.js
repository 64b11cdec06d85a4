/** Calls the server; resolves to the answer's JSON (null if it has none), rejects with the problem's own sentence and status. */
export async function call(method, url, body) {
  const response = await fetch(url, {
    method,
    cache: 'no-store',
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const json = /json/.test(response.headers.get('Content-Type')) ? await response.json() : null;
  if (!response.ok) {
    const { status } = response;
    throw Object.assign(new Error(json?.detail ?? json?.title ?? `HTTP ${status}`), { status });
  }
  return json;
}
