/** Pairs the publishes of a two-way connection with the server's answers, by `ref`. */
export class Publishing {
  #waiting = new Map();
  #count = 0;

  /** Sends an event by the given function, which throws if it can't; resolves to the position, rejects with the reason. */
  async publish(event, send) {
    const ref = String(++this.#count);
    send({ ref, ...event });
    return new Promise((resolve, reject) => this.#waiting.set(ref, { resolve, reject }));
  }

  /** Takes note of `accepted` and `rejected`. */
  answer({ control, ref, id, problem }) {
    const waiting = this.#waiting.get(String(ref));
    if (waiting && (control === 'accepted' || control === 'rejected')) {
      this.#waiting.delete(String(ref));
      control === 'accepted' ? waiting.resolve(id) : waiting.reject(refusedFor(problem));
    }
  }

  /** Nobody will answer any more; with a problem, since it was that of one of them. */
  lost(problem) {
    this.#waiting.forEach(({ reject }) => reject(problem ? refusedFor(problem) : new Error('lost')));
    this.#waiting.clear();
  }
}

function refusedFor({ detail, title, status } = {}) {
  return Object.assign(new Error(detail ?? title), { status });
}
