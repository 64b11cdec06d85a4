/** The lead of a stream, held by the tab that has the Web Lock of that name: the browser passes it on when a tab goes. */
export class LockedLead {
  #name;
  #elected;
  #deposed;
  #leave = () => {};

  constructor({ name, elected, deposed }) {
    this.#name = name;
    this.#elected = elected;
    this.#deposed = deposed;
  }

  /** Queues up for the lead. */
  stand() {
    const queue = new AbortController();
    this.#request({ signal: queue.signal });
    this.#leave = () => queue.abort();
  }

  /** Takes the lead from a tab that has it but does nothing with it. */
  take() {
    this.resign();
    this.#request({ steal: true });
  }

  /** Gives the lead back, or leaves the queue for it. */
  resign() {
    this.#leave();
    this.#leave = () => {};
  }

  /** Nothing to do: the browser knows who leads. */
  heard() {}

  /** Nothing to do: the browser knows who is next. */
  vacant() {}

  async #request(options) {
    let leads = false;
    try {
      await navigator.locks.request(this.#name, options, () => {
        leads = true;
        const held = new Promise((release) => (this.#leave = release));
        this.#elected();
        return held;
      });
    } catch {
      // Taken by another tab; or this one left the queue.
      leads && this.#deposed();
    }
  }
}
