import { before, isBeyond, parse } from '../position.js';

/** Where this tab is in a stream, whoever brings it the events. */
export class Cursor {
  constructor(after) {
    this.position = after;
  }

  /** Whether somebody at the given position has seen what this tab hasn't. */
  isBehind(position) {
    return isBeyond(position, this.position);
  }

  /** Handlers that move the cursor on by what they are told, and then do what the given ones do. */
  follow(handlers) {
    return {
      ...handlers,
      onOpen: (opened) => {
        this.position = parse(this.position) ? this.position : opened.next;
        handlers.onOpen?.(opened);
      },
      onEvents: (events, ...details) => {
        events.forEach(({ id }) => this.isBehind(id) && (this.position = id));
        handlers.onEvents?.(events, ...details);
      },
      onGap: (gap) => {
        this.position = before(gap.resumesAt);
        handlers.onGap?.(gap);
      },
    };
  }
}
