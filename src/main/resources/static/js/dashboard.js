// Wires the cards to the strategies and the panel to the server. Knows no protocol.
import { Card, stateOf } from './card.js';
import { Clock } from './clock.js';
import { dropControl, intervalControl, publishControl, workloadControl } from './controls.js';
import { load, save } from './storage.js';
import { Subscription } from './subscription.js';
import { duration, number, text } from './text.js';

const FRAME_MS = 250;
const ANNOUNCE_MS = 5000;
const CLOCK_MS = 30_000;
const CLOCK_AGAIN_MS = 3000;
const REMEMBER_MS = 1000;
const SLOTS = 6;

const topic = new URLSearchParams(location.search).get('topic') || undefined;
const api = (path) => document.body.dataset.api + path;
const inTopic = (path) => api(path) + (topic ? `?${new URLSearchParams({ topic })}` : '');
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

function switches() {
  for (const { card, subscription, startsOn } of strategies) {
    card.toggle.checked = startsOn;
    card.toggle.addEventListener('change', () => {
      const on = card.toggle.checked;
      save(`on.${subscription.id}`, on);
      on ? subscription.on() : subscription.off();
      render();
    });
  }
}

function render() {
  for (const { card, subscription } of strategies) {
    if (subscription.dirty || subscription.state.name === 'reconnecting') {
      subscription.dirty = false;
      card.show(subscription);
    }
  }
  showSlots();
}

/** Over HTTP/1.1 a browser opens six connections a host, over all its tabs; streams keep theirs. */
function showSlots() {
  const [{ nextHopProtocol } = {}] = performance.getEntriesByType('navigation');
  const held = strategies.filter(({ holdsSlot, subscription: { state } }) => {
    const fellBack = state.transport && !state.transport.includes('websocket');
    return (holdsSlot || fellBack) && ['live', 'connecting'].includes(state.name);
  });
  const line = /^h[23]/.test(nextHopProtocol)
    ? text('slots.multiplexed', nextHopProtocol)
    : text('slots.held', number(held.length), SLOTS);
  const field = byId('slots');
  if (field.textContent !== line) {
    field.textContent = line;
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
  intervalControl(byId('polling-interval'), (interval) => each((subscription) => subscription.configure({ interval })));
  publishControl(byId('publish'), inTopic('events'));
  dropControl(byId('drop'), api('connections'), () => each((subscription) => subscription.expectDrop()));
  await keepTime();
  strategies.filter(({ card }) => card.toggle.checked).forEach(({ subscription }) => subscription.on());
  renderRegularly();
  announceRegularly();
  rememberPositions();
}

start();
