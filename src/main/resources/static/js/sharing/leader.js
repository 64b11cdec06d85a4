import { Recent } from './recent.js';

/** The part of the tab that leads a stream: it holds the connection, and passes on to the others what that brings. */
export class Leader {
  isFollowing = false;
  #cursor;
  #post;
  #situation = {};
  #recent = new Recent();
  #connection;

  /**
   * @param open opens the connection, given its handlers
   * @param post tells all other tabs
   * @param now the server's time in µs
   */
  constructor({ open, cursor, post, now }, handlers) {
    this.#cursor = cursor;
    this.#post = post;
    this.#connection = open({
      ...handlers,
      onOpen: (opened) => {
        handlers.onOpen(opened);
        this.#become({ opened });
      },
      onEvents: (events, next) => {
        const arrivedAt = now();
        const message = { kind: 'events', after: cursor.position, events, arrivedAt };
        this.#recent.add(message);
        post(message);
        handlers.onEvents(events, next, arrivedAt);
      },
      onGap: (gap) => {
        this.#recent.clear();
        post({ kind: 'gap', after: cursor.position, gap });
        handlers.onGap(gap);
      },
      onClose: (closed) => {
        this.#become({ closed });
        handlers.onClose(closed);
      },
    });
    this.tell();
  }

  /** Tells the other tabs that there is a leader, and how its connection is; one of them also what it may have missed. */
  tell(reply) {
    this.#post({ kind: 'state', after: this.#cursor.position, ...this.#situation, ...reply });
  }

  async receive({ kind, from, position, frame }) {
    if (kind === 'ask') {
      this.tell({ to: from, recent: this.#recent.since(position) });
    } else if (kind === 'publish') {
      const { ref, ...event } = frame;
      const answer = await this.publish(event).then(
        (id) => ({ control: 'accepted', id }),
        ({ message, status }) => ({ control: 'rejected', problem: { detail: message, status } }),
      );
      this.#post({ kind: 'answer', to: from, answer: { ref, ...answer } });
    }
  }

  async publish(event) {
    return this.#connection.publish(event);
  }

  leave() {
    this.#post({ kind: 'leaving' });
  }

  close() {
    this.#connection.close();
  }

  #become(situation) {
    this.#situation = situation;
    this.tell();
  }
}
