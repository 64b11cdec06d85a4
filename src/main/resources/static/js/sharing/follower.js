import { before, isBeyond } from '../position.js';
import { Publishing } from '../publishing.js';
import { catchUp } from './catch-up.js';

const TICK_MS = 1000;
/** So many ticks in a row without a word of the leader, the last ones after being asked: nobody is there any more. */
const PATIENCE = 4;

/** The part of a tab that lives on what another one passes on. */
export class Follower {
  /** Known from the first word of a leader on. */
  isFollowing = false;
  #start;
  #cursor;
  #post;
  #number;
  #handlers;
  #forsaken;
  #leader;
  #live = false;
  #inbox = [];
  #giveUpCatchingUp = null;
  #publishing = new Publishing();
  #unanswered = 0;
  #ticks;

  /**
   * @param start url and topic of the stream
   * @param number what this tab is known by
   * @param forsaken is called when the leader says nothing any more ('silent') or goodbye ('left')
   */
  constructor({ start, cursor, post, number, forsaken }, handlers) {
    this.#start = start;
    this.#cursor = cursor;
    this.#post = post;
    this.#number = number;
    this.#forsaken = forsaken;
    this.#handlers = handlers;
    this.#ticks = setInterval(() => this.#tick(), TICK_MS);
    this.#ask();
  }

  receive(message) {
    const { kind, from, to, answer, recent = [] } = message;
    if (kind === 'leaving') {
      from === this.#leader && this.#lose('left');
    } else if (kind === 'answer') {
      to === this.#number && this.#publishing.answer(answer);
    } else if (['state', 'events', 'gap'].includes(kind)) {
      this.#leader = from;
      this.#unanswered = 0;
      this.isFollowing = true;
      kind === 'state' && this.#changed(message);
      if (this.#live) {
        this.#inbox.push(...(to === this.#number ? recent : []), message);
        this.#work();
      }
    }
  }

  publish(event) {
    return this.#publishing.publish(event, (frame) => this.#post({ kind: 'publish', frame }));
  }

  /** Tells why there is nothing to live on for now. */
  interrupt(reason) {
    if (this.#live) {
      this.#live = false;
      this.#handlers.onClose({ reason, final: false, retryInMs: 0 });
    }
  }

  leave() {}

  close() {
    clearInterval(this.#ticks);
    this.#giveUpCatchingUp?.();
    this.#publishing.lost();
  }

  /** A hidden tab's ticks are slow, so they are counted, not timed: each leaves the leader another chance to answer. */
  #tick() {
    if (++this.#unanswered > PATIENCE) {
      this.#unanswered = 0;
      this.#lose('silent');
    } else if (this.#unanswered > 1) {
      this.#ask();
    }
  }

  #ask() {
    this.#post({ kind: 'ask', position: this.#cursor.position });
  }

  #lose(how) {
    this.interrupt(`leader-${how}`);
    this.#publishing.lost();
    this.#forsaken(how);
  }

  #changed({ after, opened, closed }) {
    if (opened && !this.#live) {
      this.#live = true;
      const { position } = this.#cursor;
      this.#handlers.onOpen({ ...opened, next: position === 'latest' ? after : position, shared: true });
    } else if (closed && this.#live) {
      this.#live = false;
      this.#handlers.onClose(closed);
    }
  }

  /** Each message says where the leader was before it: whoever is not there yet fetches what is missing first. */
  #work() {
    while (!this.#giveUpCatchingUp && this.#inbox.length > 0) {
      const [message] = this.#inbox;
      const isBehind = this.#cursor.isBehind(message.after);
      if (isBehind && !message.awaited) {
        message.awaited = true;
        this.#catchUp(message.after);
        return;
      }
      this.#inbox.shift();
      isBehind || this.#deliver(message);
    }
  }

  #deliver({ kind, after, events, arrivedAt, gap }) {
    if (kind === 'events') {
      // What the stream itself repeats is for the ledger; what is only late on the way between two tabs is not.
      this.#pass(events.filter(({ id }) => this.#cursor.isBehind(id) || !isBeyond(id, after)), arrivedAt);
    } else if (kind === 'gap') {
      this.#skip(gap);
    }
  }

  #catchUp(upTo) {
    this.#giveUpCatchingUp = catchUp(
      { ...this.#start, after: this.#cursor.position, upTo },
      {
        onRequest: this.#handlers.onRequest,
        onEvents: (events) => this.#pass(events),
        onGap: (gap) => this.#skip(gap),
        done: () => {
          this.#giveUpCatchingUp = null;
          this.#work();
        },
      },
    );
  }

  #pass(events, arrivedAt) {
    if (events.length > 0) {
      this.#handlers.onEvents(events, events.at(-1).id, arrivedAt);
    }
  }

  #skip(gap) {
    if (this.#cursor.isBehind(before(gap.resumesAt))) {
      this.#handlers.onGap(gap);
    }
  }
}
