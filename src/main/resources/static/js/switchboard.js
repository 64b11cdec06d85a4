// What is switched on: as many strategies as the browser has connections for, one left free.
import { optionsControl } from './controls.js';
import { multiplexed, SLOTS, Slots, streamName, takesSlot } from './slots.js';
import { number, text } from './text.js';

/** The switches and options of the given strategies, each {card, subscription, core, holdsSlot}. */
export class Switchboard {
  #strategies;
  #announce;
  #settings;
  #switchedOn;
  #seen = new Map();
  slots;

  /**
   * @param protocol what the page came over
   * @param announce says a sentence to those who don't see the page
   * @param settings may say with which options
   * @param switchedOn knows what is to be on
   */
  constructor(strategies, { protocol, announce, settings, switchedOn }) {
    this.#strategies = strategies;
    this.#announce = announce;
    this.#settings = settings;
    this.#switchedOn = switchedOn;
    const streams = (follows) => streamsOfAll(strategies.filter((strategy) => isRunning(strategy, follows)));
    this.slots = new Slots({
      limited: !multiplexed(protocol),
      held: () => streams(false),
      followed: () => streams(true),
    });
    for (const strategy of strategies) {
      this.#restore(strategy);
    }
  }

  /**
   * Switches on what was on before, once the page is ready. The tabs of a browser that starts anew all begin at once;
   * those that were opened first choose first.
   */
  async start(ready) {
    const wanted = () => this.#strategies.filter(({ card, subscription }) => card.toggle.checked && !subscription.isOn);
    await Promise.all([this.slots.meet(streamsOfAll(wanted())), ready]);
    wanted().forEach((strategy) => this.#switchOn(strategy));
    this.slots.watch();
  }

  /** To be called often: gives back what must not be kept, and forgets refusals that no longer hold. */
  tend() {
    this.#strategies.forEach((strategy) => this.#letGo(strategy));
    this.slots.update();
    if (this.slots.room(['one more'])) {
      this.#strategies.filter(wasDeclined).forEach(({ subscription }) => subscription.decline());
    }
  }

  #restore(strategy) {
    const { card, subscription, core } = strategy;
    card.toggle.checked = this.#switchedOn.wanted(subscription.id, core);
    card.toggle.addEventListener('change', () => this.#switched(strategy));
    if (card.options) {
      optionsControl(card.options, subscription.id, {
        refusal: (options) => this.#refusal(strategy, options),
        changed: (options) => {
          subscription.configure(options);
          wasDeclined(strategy) && subscription.decline();
        },
        settings: this.#settings,
      });
    }
  }

  #switched(strategy) {
    const { card, subscription } = strategy;
    const on = card.toggle.checked;
    on ? this.#switchOn(strategy) : subscription.off();
    if (card.toggle.checked === on) {
      this.#switchedOn.set(subscription.id, on);
    } else {
      this.#announce(subscription.state.reason);
    }
  }

  #switchOn(strategy) {
    const { card, subscription } = strategy;
    const needed = streamsOf(strategy);
    card.toggle.checked = needed.length === 0 || this.slots.room(needed);
    card.toggle.checked ? subscription.on() : subscription.decline(this.#noRoom());
  }

  /** Only once it is open does STOMP know what it is open over: a fallback may have taken the last connection. */
  #letGo(strategy) {
    const { card, subscription, holdsSlot } = strategy;
    const isNew = this.#seen.get(strategy) !== subscription.state;
    this.#seen.set(strategy, subscription.state);
    if (isNew && subscription.state.name === 'live' && !holdsSlot && isHeld(strategy) && !this.slots.room([])) {
      const reason = this.#noRoom();
      subscription.off();
      subscription.decline(reason);
      card.toggle.checked = false;
    }
  }

  /** Why options can't be had now; undefined if they can. */
  #refusal(strategy, options) {
    const needed = streamsOf(strategy, options);
    const more = needed.length - streamsOf(strategy).length;
    return strategy.subscription.isOn && more > 0 && !this.slots.room(needed) ? this.#noRoom() : undefined;
  }

  #noRoom() {
    return text('slots.none', number(this.slots.total), SLOTS);
  }
}

/** The stream that a strategy keeps a connection for, or would keep with other options, if it needs one. */
export function streamsOf({ holdsSlot, subscription: { state, url, topic, options } }, changed) {
  const { transport } = { ...options, ...changed };
  const used = changed ? transport : (state.transport ?? transport);
  return takesSlot({ holdsSlot, transport: used }) ? [streamName({ url, topic, transport })] : [];
}

function streamsOfAll(strategies) {
  return strategies.flatMap((strategy) => streamsOf(strategy));
}

/** Whether a strategy runs and, if so, lives on what another tab passes on. */
function isRunning({ subscription: { isOn, state, isFollowing } }, follows) {
  return isOn && state.name !== 'refused' && isFollowing === follows;
}

function isHeld(strategy) {
  return isRunning(strategy, false) && streamsOf(strategy).length > 0;
}

function wasDeclined({ subscription: { isOn, state } }) {
  return !isOn && state.reason;
}
