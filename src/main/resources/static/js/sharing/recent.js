import { isBeyond } from '../position.js';

const MAX_EVENTS = 1000;

/** What a leader passed on last, for a tab that comes a moment later: messages of events, each with where it began. */
export class Recent {
  #messages = [];
  #size = 0;

  add(message) {
    this.#messages.push(message);
    this.#size += message.events.length;
    while (this.#size > MAX_EVENTS) {
      this.#size -= this.#messages.shift().events.length;
    }
  }

  clear() {
    this.#messages = [];
    this.#size = 0;
  }

  /** What follows a position, and perhaps a few events before; nothing if it doesn't reach back so far. */
  since(position) {
    const first = this.#messages.findLastIndex(({ after }) => !isBeyond(after, position));
    return first < 0 ? [] : this.#messages.slice(first);
  }
}
