import { number, text } from '../text.js';

const language = document.documentElement.lang;
const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
const large = new Intl.NumberFormat(language, { maximumSignificantDigits: 3, notation: 'compact' });

/** An amount in few digits: 0.42, 34, 1,200, 7.2M. */
export function amount(value) {
  return value < 10 ? small.format(value) : value < 10_000 ? number(Math.round(value)) : large.format(value);
}

/** A time in ms in few digits: 360 ms, 1.5 s, 60 s. */
export function time(ms) {
  return ms < 1000 ? text('unit.ms', number(Math.round(ms))) : text('unit.s', small.format(ms / 1000));
}

/** A share of a core, or how many of them. */
export function cpu(percent) {
  return percent < 100 ? text('advice.core-share', amount(percent)) : text('advice.cores', small.format(percent / 100));
}

/** What a relative error is called. */
export function percent(share) {
  return share < 0.001 ? small.format(0.1) : small.format(share * 100);
}
