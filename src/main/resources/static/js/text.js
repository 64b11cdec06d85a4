// The page's words and numbers in the page's language. The words come from the server, inside the document.

const words = JSON.parse(document.getElementById('texts').textContent);
const language = document.documentElement.lang;
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const enumeration = new Intl.ListFormat(language);
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** The text of a key, its {0}, {1} … filled in. */
export function text(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i]);
}

/** The text of a key, or the given one where the server uses a word that the page doesn't know. */
export function textOr(fallback, key) {
  return words[key] ?? fallback;
}

/** The given words as one enumeration: a, b, and c. */
export function list(words) {
  return enumeration.format(words);
}

export function number(value) {
  return plain.format(value);
}

/** A duration in µs as a person reads it: 0.4 ms, 12 ms, 1.2 s. */
export function duration(micros) {
  if (micros == null) {
    return '–';
  }
  const ms = micros / 1000;
  if (ms < 9.95) {
    return text('unit.ms', tenths.format(ms));
  }
  return ms < 999.5 ? text('unit.ms', whole.format(ms)) : text('unit.s', tenths.format(ms / 1000));
}

/** A moment, in µs since the Unix epoch, as a clock on the wall shows it. */
export function timeOfDay(micros) {
  return clock.format(micros / 1000);
}

/** A number of bytes as a person reads it: 312 B, 4.5 kB, 1.2 MB. */
export function bytes(count) {
  if (count == null) {
    return '–';
  }
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3 + 1e-9)));
  return `${power === 0 ? whole.format(count) : tenths.format(count / 1000 ** power)} ${['B', 'kB', 'MB', 'GB'][power]}`;
}
