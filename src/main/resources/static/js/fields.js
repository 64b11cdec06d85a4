import { number } from './text.js';

/** The places of a card that are filled in; touches only what has changed. */
export class Fields {
  #fields = new Map();
  #rows;

  constructor(element) {
    element.querySelectorAll('[data-field]').forEach((field) => this.#fields.set(field.dataset.field, field));
    this.#rows = [...element.querySelectorAll('.events li')];
  }

  /** Fills in a text; an empty one leaves no trace. */
  set(name, value) {
    const field = this.#fields.get(name);
    if (field.textContent !== value) {
      field.textContent = value;
      field.hidden = value === '';
    }
    return field;
  }

  count(name, value) {
    this.set(name, number(value)).toggleAttribute('data-zero', value === 0);
  }

  /** Lists events, each {id, head, rest, late}. */
  list(events) {
    this.#rows.forEach((row, i) => {
      const event = events[i];
      row.hidden = !event;
      if (event && row.dataset.id !== event.id) {
        row.dataset.id = event.id;
        for (const name of ['head', 'rest', 'late']) {
          row.querySelector(`.${name}`).textContent = event[name];
        }
        row.title = `${event.id} · ${event.head} · ${event.rest}`;
      }
    });
  }
}
