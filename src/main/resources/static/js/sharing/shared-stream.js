import { AgreedLead } from './agreed-lead.js';
import { Follower } from './follower.js';
import { Leader } from './leader.js';
import { LockedLead } from './locked-lead.js';
import { whileAwake } from './wakefulness.js';

const FROM_LEADER = ['state', 'events', 'gap'];

/**
 * One stream for all tabs that want it: one of them leads, the others follow, and when it goes the next one leads, each
 * from its own position. Two leaders for a moment do no harm, since everybody drops what is at or before its position.
 *
 * @param open opens the connection, given its handlers
 */
export function sharedStream({ name, open, start, cursor, now }, handlers) {
  const number = performance.timeOrigin + Math.random();
  const channel = new BroadcastChannel(`pushlab.stream.${name}`);
  const post = (message) => closed || channel.postMessage({ from: number, ...message });
  const Lead = navigator.locks ? LockedLead : AgreedLead;
  const lead = new Lead({ name: channel.name, number, elected, deposed, insist: () => role.tell() });
  let closed = false;
  let role = null;

  function begin() {
    role = new Follower({ start, cursor, post, number, forsaken }, handlers);
    lead.stand();
  }

  function end() {
    role?.leave();
    role?.close();
    role = null;
    lead.resign();
  }

  function forsaken(how) {
    how === 'left' ? lead.vacant() : lead.take();
  }

  function elected() {
    if (!role) {
      // Too late: this tab sleeps, or has closed the stream.
      lead.resign();
      return;
    }
    role.interrupt('leads');
    role.close();
    role = new Leader({ open, cursor, post, now }, handlers);
  }

  function deposed() {
    role.close();
    interrupted('deposed');
    begin();
  }

  function interrupted(reason) {
    handlers.onClose({ reason, final: false, retryInMs: 0 });
  }

  channel.onmessage = ({ data }) => {
    if (FROM_LEADER.includes(data.kind)) {
      lead.heard(data.from);
    }
    role?.receive(data);
  };
  // A tab that the browser puts to sleep would keep its connections, and the lead, without doing anything with them.
  const forget = whileAwake({
    asleep: () => {
      end();
      interrupted('asleep');
    },
    awake: begin,
  });
  begin();
  return {
    get isFollowing() {
      return Boolean(role?.isFollowing);
    },
    publish: async (event) => role.publish(event),
    close: () => {
      forget();
      end();
      channel.close();
      closed = true;
    },
  };
}
