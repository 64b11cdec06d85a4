import { load, save } from './storage.js';

/** Which strategies are to be on: as the address says, otherwise as it was left the last time. */
export class SwitchedOn {
  #settings;
  #ids;
  #asked;
  #on = new Set();

  constructor(settings, ids) {
    this.#settings = settings;
    this.#ids = ids;
    this.#asked = settings.list('on', ids);
    settings.tell(() => this.#written());
  }

  /** Whether a strategy is to be on from the start; the fallback if nobody has said so yet. */
  wanted(id, fallback) {
    const kept = (load(`on.${id}`) ?? String(fallback)) === 'true';
    const wanted = this.#asked?.includes(id) ?? kept;
    wanted && this.#on.add(id);
    return wanted;
  }

  /** Takes note of what the user switches. */
  set(id, on) {
    save(`on.${id}`, on);
    on ? this.#on.add(id) : this.#on.delete(id);
    this.#settings.setAll(this.#written());
  }

  #written() {
    return { on: this.#ids.filter((id) => this.#on.has(id)) };
  }
}
