const ANSWER_MS = 250;

/**
 * The lead of a stream by agreement, where there are no Web Locks: who hears of no leader leads after a moment, and of two
 * leaders the one whose number is lower stays.
 */
export class AgreedLead {
  #number;
  #elected;
  #deposed;
  #insist;
  #leads = false;
  #candidacy;

  /** @param insist makes the other tabs hear of this leader */
  constructor({ number, elected, deposed, insist }) {
    this.#number = number;
    this.#elected = elected;
    this.#deposed = deposed;
    this.#insist = insist;
  }

  /** Whoever leads already has time to say so; those who begin together don't all lead at once. */
  stand() {
    this.#leadIn(ANSWER_MS + Math.random() * ANSWER_MS);
  }

  take() {
    this.#leadIn(Math.random() * ANSWER_MS);
  }

  /** The leader has left: one of those who hear it takes over. */
  vacant() {
    this.take();
  }

  resign() {
    clearTimeout(this.#candidacy);
    this.#leads = false;
  }

  /** Takes note that the tab of the given number leads. */
  heard(number) {
    clearTimeout(this.#candidacy);
    if (this.#leads && number > this.#number) {
      this.#insist();
    } else if (this.#leads) {
      this.#leads = false;
      this.#deposed();
    }
  }

  #leadIn(ms) {
    clearTimeout(this.#candidacy);
    this.#candidacy = setTimeout(() => {
      this.#leads = true;
      this.#elected();
    }, ms);
  }
}
