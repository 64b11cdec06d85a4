/** Puts a text on the clipboard; rejects where the browser lets nobody. */
export async function copy(text) {
  // A plain-HTTP address of another machine is no secure context: there the old command is all there is.
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }
  const field = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) {
    throw new Error('not copied');
  }
}

/** Hands a text to the user as a file. */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Chromium reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
