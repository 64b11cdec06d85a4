import { number, text } from './text.js';

const NONE = 'none';

/** What the page is set to, kept in its address, so that a link shows somebody else the same. */
export class Settings {
  #given;
  #replace;
  #told = new Set();
  #watchers = new Set();
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
    this.#complainOf(name, options, given);
    return fallback;
  }

  /** The choices in the address, separated by commas; unknown ones are left out (with a complaint). */
  list(name, options, fallback) {
    const given = this.get(name);
    if (given === undefined) {
      return fallback;
    }
    const wanted = given.split(',').filter((item) => item && item !== NONE);
    const unknown = wanted.filter((item) => !options.includes(item));
    if (unknown.length > 0) {
      this.#complainOf(name, [...options, NONE], unknown.join(', '));
    }
    return wanted.filter((item) => options.includes(item));
  }

  /** Puts a value into the address; nothing takes it out. */
  set(name, value) {
    this.setAll({ [name]: value });
  }

  /** Puts values into the address, all at once; a list as list() reads it. */
  setAll(values) {
    Object.entries(values).forEach(([name, value]) => put(this.#given, name, value));
    this.#replace(this.query() || location.pathname);
    this.#watchers.forEach((watcher) => watcher());
  }

  /** Calls back after each change. */
  watch(watcher) {
    this.#watchers.add(watcher);
  }

  /** Lets a link say what the page shows, even where the address leaves that open: `values()` as for setAll. */
  tell(values) {
    this.#told.add(values);
  }

  /** The address's settings with others on top, as a query. */
  query(more = {}) {
    const query = new URLSearchParams(this.#given);
    Object.entries(more).forEach(([name, value]) => put(query, name, value));
    const written = query.toString().replaceAll('%2C', ',');
    return written && `?${written}`;
  }

  /** A link to the page as it is, also in what is so by default or from memory. */
  link() {
    const told = Object.assign({}, ...[...this.#told].map((values) => values()));
    return new URL(location.pathname + this.query(told), location.href).href;
  }

  #complainOf(name, options, given) {
    this.complaints.push(text('settings.choice', name, options.join(', '), given));
  }
}

function put(query, name, value) {
  const written = Array.isArray(value) ? value.join(',') || NONE : value;
  written === undefined || written === '' ? query.delete(name) : query.set(name, written);
}
