import { call } from './api.js';

/** What publishes on the server, as this page knows it; other pages may change it at any time. */
export class Workload {
  #url;
  #turn = 0;
  #watchers = new Set();
  /** {kind, running, published, rate, size, burst | speed, loop}; null before the first answer. */
  current = null;

  constructor(url) {
    this.#url = url;
  }

  /** Calls back with each answer: (workload, {mine, foreign}), whether it is what this page or somebody else changed. */
  watch(watcher) {
    this.#watchers.add(watcher);
  }

  /** Asks what runs; an answer that something of ours has overtaken says nothing. */
  async refresh() {
    const turn = this.#turn;
    const found = await call('GET', this.#url);
    if (turn === this.#turn) {
      const foreign = this.current !== null && changed(this.current, found);
      this.#show(found, { mine: false, foreign });
    }
  }

  async put(spec) {
    await this.#change('PUT', spec);
  }

  async stop() {
    await this.#change('DELETE');
  }

  async #change(method, body) {
    this.#turn++;
    let found;
    try {
      found = (await call(method, this.#url, body)) ?? (await call('GET', this.#url));
    } finally {
      this.#turn++;
    }
    this.#show(found, { mine: true, foreign: false });
  }

  #show(workload, how) {
    this.current = workload;
    this.#watchers.forEach((watcher) => watcher(workload, how));
  }
}

/** Whether two workloads publish the same; what is absent has its default. */
export function same(a, b) {
  if (a.kind !== b.kind) {
    return false;
  }
  return a.kind === 'trace'
    ? a.speed === b.speed && (a.loop ?? true) === (b.loop ?? true)
    : a.rate === b.rate && a.size === b.size && (a.burst ?? 1) === (b.burst ?? 1);
}

/** Whether somebody changed it: a trace that is not to start over ends by itself. */
function changed(before, after) {
  const ended = before.running && !after.running && before.loop === false;
  return !same(before, after) || (before.running !== after.running && !ended);
}
