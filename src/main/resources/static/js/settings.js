import { number, text } from './text.js';

/** What the page is set to, kept in its address, so that a link shows somebody else the same. */
export class Settings {
  #given;
  #replace;
  /** A sentence about each value in the address that could not be taken as it was. */
  complaints = [];

  constructor(search = location.search, replace = (query) => history.replaceState(null, '', query)) {
    this.#given = new URLSearchParams(search);
    this.#replace = replace;
  }

  get(name) {
    return this.#given.get(name) ?? undefined;
  }

  /** The number in the address, taken into the range (with a complaint) if it is beyond; the fallback if there is none. */
  number(name, { min, max, fallback }) {
    const given = this.get(name);
    if (given === undefined) {
      return fallback;
    }
    const value = given.trim() === '' ? NaN : Number(given);
    const taken = Number.isNaN(value) ? fallback : Math.min(max, Math.max(min, value));
    if (taken !== value) {
      this.complaints.push(text('settings.range', name, number(min), number(max), given));
    }
    return taken;
  }

  /** The choice in the address; the fallback (with a complaint) if it is none of the options. */
  choice(name, options, fallback) {
    const given = this.get(name);
    if (given === undefined || options.includes(given)) {
      return given ?? fallback;
    }
    this.complaints.push(text('settings.choice', name, options.join(', '), given));
    return fallback;
  }

  /** Puts a value into the address; nothing takes it out. */
  set(name, value) {
    value === undefined || value === '' ? this.#given.delete(name) : this.#given.set(name, value);
    const query = this.#given.toString();
    this.#replace(query ? `?${query}` : location.pathname);
  }
}
