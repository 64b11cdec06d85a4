// Webhooks: the server calls a receiver, here one of its own, and the page only looks on.
import { call } from '../api.js';
import { Fields } from '../fields.js';
import { parse } from '../position.js';
import { duration, number, text } from '../text.js';

const LOOK_MS = 1000;

/** Brings the card to life; `inTopic` adds the page's topic to an address, `switchedOn` knows whether it is to be on. */
export function start(element, { inTopic, switchedOn }) {
  const { apart: id } = element.dataset;
  const url = inTopic(`${element.dataset.path}/demo`);
  const head = inTopic(element.dataset.path.replace(/[^/]+$/, 'polling'));
  const fields = new Fields(element);
  const { on, failing } = element.querySelector('.options').elements;
  let turn = 0;
  let next;
  /** The life of the log that the webhook delivers from; null before it is known. */
  let epoch = null;
  let restarted = false;

  function become(state, line, reason = '') {
    element.dataset.state = state;
    on.checked = state !== 'off';
    fields.set('state', line);
    fields.set('reason', reason);
  }

  function show({ webhook, receiver }) {
    const { received, verified, duplicates, refused, events } = receiver;
    epoch = parse(webhook.position)?.epoch ?? epoch;
    if (webhook.state === 'retrying') {
      become('reconnecting', text('webhook.retrying', Math.ceil(webhook.retryInMs / 1000)));
    } else {
      become('live', text('state.live'));
    }
    fields.set('last', duration(events.find(({ latencyMicros }) => latencyMicros !== null)?.latencyMicros));
    fields.count('received', received);
    fields.count('verified', verified);
    fields.count('duplicated', duplicates);
    fields.count('refused', refused);
    const waiting = refused > 0 && webhook.lag > 0 ? text('webhook.waiting', number(webhook.lag)) : '';
    fields.set('waiting', waiting || (restarted ? text('note.restarted') : ''));
    fields.list(events.map(rowOf));
    failing.checked = receiver.failing;
  }

  async function failed({ status, message }) {
    if (status === 404) {
      await gone();
    } else if (status >= 400 && status < 500 && status !== 429) {
      become('off', text('state.off'), message);
    } else {
      become('reconnecting', text('state.reconnecting'), message);
    }
  }

  /** Webhooks live as long as the server does: one that went with it is wanted still, one that somebody ended is not. */
  async function gone() {
    const mine = turn;
    const present = await call('GET', head).then(
      (batch) => parse(batch.next).epoch,
      () => null,
    );
    if (mine === turn && present === null) {
      become('reconnecting', text('state.reconnecting'), text('reason.network'));
    } else if (mine === turn && present !== epoch) {
      restarted = epoch !== null;
      begin();
    } else if (mine === turn) {
      become('off', text('state.off'), text('webhook.ended'));
    }
  }

  /** Asks, shows the answer unless it is out of date, and looks again. */
  async function ask(method, body) {
    const mine = ++turn;
    clearTimeout(next);
    const answer = await call(method, url, body).then(
      (shown) => () => show(shown),
      (error) => () => failed(error),
    );
    if (mine === turn) {
      await answer();
    }
    if (mine === turn) {
      next = on.checked && setTimeout(look, LOOK_MS);
    }
  }

  function look() {
    document.hidden ? (next = setTimeout(look, LOOK_MS)) : ask('GET');
  }

  function begin() {
    become('connecting', text('state.connecting'));
    ask('POST');
  }

  function end() {
    turn++;
    epoch = null;
    restarted = false;
    clearTimeout(next);
    become('off', text('state.off'));
    // Somebody else may have ended it already.
    call('DELETE', url).catch(() => {});
  }

  on.addEventListener('change', () => {
    switchedOn.set(id, on.checked);
    on.checked ? begin() : end();
  });
  failing.addEventListener('change', () => ask('PUT', { failing: failing.checked }));
  if (switchedOn.wanted(id, false)) {
    begin();
  }
}

function rowOf({ id, type, control, verified, latencyMicros }) {
  return {
    id,
    head: type ?? control ?? '?',
    rest: text(verified ? 'webhook.verified' : 'webhook.forged', id),
    late: duration(latencyMicros),
  };
}
