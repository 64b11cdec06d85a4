// Wires the cards to the strategies and the panel to the server. Knows no protocol.
import { Card, stateOf } from './card.js';
import { Clock } from './clock.js';
import { dropControl, publishControl, showSlots, workloadControl } from './controls.js';
import { Settings } from './settings.js';
import { sharing } from './sharing/sharing.js';
import { multiplexed } from './slots.js';
import { Stats } from './stats.js';
import { Subscription } from './subscription.js';
import { Switchboard } from './switchboard.js';
import { SwitchedOn } from './switched-on.js';
import { duration, text } from './text.js';
import { views } from './views.js';
import { Workload } from './workload.js';

const FRAME_MS = 250;
const ANNOUNCE_MS = 5000;
const CLOCK_MS = 30_000;
const CLOCK_AGAIN_MS = 3000;
const REMEMBER_MS = 1000;

const settings = new Settings();
const topic = settings.get('topic') || undefined;
const api = (path) => document.body.dataset.api + path;
const inTopic = (address) => address + (topic ? `?${new URLSearchParams({ topic })}` : '');
const byId = (id) => document.getElementById(id);

const [{ nextHopProtocol: protocol } = {}] = performance.getEntriesByType('navigation');
const clock = new Clock(api('clock'));
const connect = sharing({ limited: !multiplexed(protocol), now: () => clock.now() });
const strategies = [...document.querySelectorAll('[data-strategy]')].map((element) => {
  const { strategy: id, path: url } = element.dataset;
  const traits = element.dataset.traits.split(' ');
  const holdsSlot = traits.includes('HTTP_SLOT');
  return {
    id,
    name: element.dataset.name,
    element,
    card: new Card(element),
    subscription: new Subscription({ id, url, topic, clock, holdsSlot, connect }),
    core: traits.includes('CORE'),
    streams: traits.includes('STREAM'),
    holdsSlot,
  };
});
const each = (action) => strategies.forEach(({ subscription }) => action(subscription));

const announce = (news) => (byId('announcement').textContent = news);
const apart = [...document.querySelectorAll('[data-apart]')];
const switchedOn = new SwitchedOn(settings, [...strategies.map(({ id }) => id), ...apart.map(({ dataset }) => dataset.apart)]);
const switchboard = new Switchboard(strategies, { protocol, announce, settings, switchedOn });
const workload = new Workload(api('workload'));
const stats = new Stats({ url: api('stats'), page: document.body.dataset.page, strategies });

/** What the page's features work with; the origin is where its connections go to. */
const lab = {
  strategies,
  switchboard,
  clock,
  stats,
  settings,
  workload,
  topic,
  api,
  inTopic,
  announce,
  protocol,
  view: null,
  frozen: false,
  origin: location.origin,
};

/**
 * Every part of the page that names a feature is brought to life by the module of that name: start(element, lab). One that
 * can't be must not keep the others from working.
 */
function startFeatures() {
  const parts = [...document.querySelectorAll('[data-feature]')].filter(({ childElementCount }) => childElementCount > 0);
  const start = async (element) => (await import(`./features/${element.dataset.feature}.js`)).start(element, lab);
  return Promise.all(parts.map((element) => start(element).catch(console.error)));
}

/** The strategies whose client is no browser: their cards live by themselves. */
function startThoseApart() {
  apart.forEach(async (element) => {
    const { start } = await import(`./apart/${element.dataset.apart}.js`);
    start(element, { inTopic, switchedOn });
  });
}

function render() {
  showSlots(byId('slots'), switchboard.slots, protocol);
  for (const { card, subscription } of strategies) {
    // Even where nothing happens, the last minute moves on.
    if (subscription.dirty || subscription.isOn) {
      subscription.dirty = false;
      card.show(subscription);
    }
  }
}

function renderRegularly() {
  setInterval(() => {
    switchboard.tend();
    document.hidden || requestAnimationFrame(render);
  }, FRAME_MS);
  document.addEventListener('visibilitychange', () => document.hidden || render());
  // What the user does shows at once.
  byId('cards').addEventListener('change', render);
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
      announce(news.join('. '));
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

/** In another language the page is to be set as it is in this one. */
function keepSettingsInLinks() {
  const links = [...document.querySelectorAll('a[hreflang]')];
  const keep = () => links.forEach((link) => (link.href = settings.query({ lang: link.hreflang })));
  settings.watch(keep);
  settings.tell(() => ({ lang: document.documentElement.lang }));
  keep();
}

function complain() {
  byId('complaints').textContent = settings.complaints.join(' ');
}

async function start() {
  views(document.querySelector('[role=tablist]'), settings, (view) => (lab.view = view));
  keepSettingsInLinks();
  await startFeatures();
  complain();
  workloadControl(byId('workload'), workload);
  publishControl(byId('publish'), inTopic(api('events')));
  dropControl(byId('drop'), api('connections'), () => each((subscription) => subscription.expectDrop()));
  await switchboard.start(keepTime());
  stats.start();
  startThoseApart();
  renderRegularly();
  announceRegularly();
  rememberPositions();
}

start();
