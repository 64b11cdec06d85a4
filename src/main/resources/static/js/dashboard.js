// Wires the cards to the strategies and the panel to the server. Knows no protocol.
import { Card, stateOf } from './card.js';
import { Clock } from './clock.js';
import { dropControl, optionsControl, publishControl, showSlots, workloadControl } from './controls.js';
import { multiplexed, SLOTS, Slots, slotsOf } from './slots.js';
import { load, save } from './storage.js';
import { Subscription } from './subscription.js';
import { duration, number, text } from './text.js';

const FRAME_MS = 250;
const ANNOUNCE_MS = 5000;
const CLOCK_MS = 30_000;
const CLOCK_AGAIN_MS = 3000;
const REMEMBER_MS = 1000;

const topic = new URLSearchParams(location.search).get('topic') || undefined;
const api = (path) => document.body.dataset.api + path;
const inTopic = (address) => address + (topic ? `?${new URLSearchParams({ topic })}` : '');
const byId = (id) => document.getElementById(id);

const clock = new Clock(api('clock'));
const strategies = [...document.querySelectorAll('[data-strategy]')].map((element) => {
  const { strategy: id, path: url } = element.dataset;
  const traits = element.dataset.traits.split(' ');
  return {
    card: new Card(element),
    subscription: new Subscription({ id, url, topic, clock }),
    startsOn: (load(`on.${id}`) ?? String(traits.includes('CORE'))) === 'true',
    holdsSlot: traits.includes('HTTP_SLOT'),
  };
});
const each = (action) => strategies.forEach(({ subscription }) => action(subscription));

const [{ nextHopProtocol: protocol } = {}] = performance.getEntriesByType('navigation');
const slots = new Slots({
  limited: !multiplexed(protocol),
  held: () => sum(strategies.filter(({ subscription: { isOn, state } }) => isOn && state.name !== 'refused')),
});

/** What a strategy keeps, or would keep with other options. */
function slotsHeldBy({ holdsSlot, subscription: { state, options } }, changed) {
  return slotsOf({ holdsSlot, transport: changed ? changed.transport : (state.transport ?? options.transport) });
}

function sum(some) {
  return some.reduce((sum, strategy) => sum + slotsHeldBy(strategy), 0);
}

function switches() {
  for (const strategy of strategies) {
    const { card, subscription, startsOn } = strategy;
    card.toggle.checked = startsOn;
    card.toggle.addEventListener('change', () => {
      const { checked } = card.toggle;
      checked ? switchOn(strategy) : subscription.off();
      if (checked === card.toggle.checked) {
        save(`on.${subscription.id}`, checked);
      } else {
        byId('announcement').textContent = subscription.state.reason;
      }
      render();
    });
  }
}

/** Switches a strategy on if that leaves the browser a connection for requests, otherwise tells why not. */
function switchOn(strategy) {
  const { card, subscription } = strategy;
  card.toggle.checked = hasRoom(strategy);
  card.toggle.checked ? subscription.on() : subscription.decline(noRoom());
}

const hasRoom = (strategy) => slots.room(slotsHeldBy(strategy));
const wasDeclined = ({ subscription: { isOn, state } }) => !isOn && state.reason;
const noRoom = () => text('slots.none', number(slots.total), SLOTS);

function options() {
  for (const strategy of strategies) {
    const { card, subscription } = strategy;
    if (card.options) {
      optionsControl(card.options, subscription.id, {
        refusal: (changed) => {
          const more = slotsHeldBy(strategy, changed) - slotsHeldBy(strategy);
          return subscription.isOn && more > 0 && !slots.room(more) ? noRoom() : undefined;
        },
        changed: (changed) => subscription.configure(changed),
      });
    }
  }
}

/** The tabs of a browser that starts anew all begin at once; those that were opened first choose first. */
async function switchOnAsBefore() {
  const wanted = strategies.filter(({ card }) => card.toggle.checked);
  await Promise.all([slots.meet(sum(wanted)), keepTime()]);
  wanted.forEach(switchOn);
  slots.watch();
}

/** The strategies whose client is no browser: their cards live by themselves. */
function startThoseApart() {
  document.querySelectorAll('[data-apart]').forEach(async (element) => {
    const { start } = await import(`./apart/${element.dataset.apart}.js`);
    start(element, inTopic);
  });
}

function render() {
  slots.update();
  strategies.filter(wasDeclined).forEach((strategy) => hasRoom(strategy) && strategy.subscription.decline());
  showSlots(byId('slots'), slots, protocol);
  for (const { card, subscription } of strategies) {
    if (subscription.dirty || subscription.state.name === 'reconnecting') {
      subscription.dirty = false;
      card.show(subscription);
    }
  }
}

function renderRegularly() {
  setInterval(() => document.hidden || requestAnimationFrame(render), FRAME_MS);
  document.addEventListener('visibilitychange', () => document.hidden || render());
}

/** Tells changes of state to those who don't see the page: a sentence now and then, never one an event. */
function announceRegularly() {
  const told = new Map();
  setInterval(() => {
    const news = strategies
      .filter(({ subscription: { id, state } }) => told.get(id) !== state.name)
      .map(({ card, subscription: { id, state } }) => {
        told.set(id, state.name);
        return `${card.name}: ${stateOf(state)}`;
      });
    if (news.length > 0) {
      byId('announcement').textContent = news.join('. ');
    }
  }, ANNOUNCE_MS);
}

function rememberPositions() {
  const remember = () => each((subscription) => subscription.isOn && subscription.remember());
  setInterval(remember, REMEMBER_MS);
  addEventListener('pagehide', remember);
}

async function keepTime() {
  const sync = async (samples) => {
    try {
      await clock.sync(samples);
      byId('clock').textContent = text('clock.error', duration(clock.error));
    } catch {
      byId('clock').textContent = text('clock.unknown');
    }
  };
  setInterval(() => document.hidden || sync(4), CLOCK_MS);
  // While the page loads the answers are slow.
  setTimeout(() => sync(8), CLOCK_AGAIN_MS);
  await sync(6);
}

async function start() {
  switches();
  workloadControl(byId('workload'), api('workload'));
  options();
  publishControl(byId('publish'), inTopic(api('events')));
  dropControl(byId('drop'), api('connections'), () => each((subscription) => subscription.expectDrop()));
  await switchOnAsBefore();
  startThoseApart();
  renderRegularly();
  announceRegularly();
  rememberPositions();
}

start();
