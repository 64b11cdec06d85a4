// Says which streams the tabs share, and why.
import { streamsOf } from '../switchboard.js';
import { list, text } from '../text.js';

const REFRESH_MS = 500;

export function start(element, { strategies, switchboard: { slots } }) {
  const box = element.querySelector('.sharing');
  const line = box.querySelector('.streams');
  box.querySelector('.agreed').hidden = Boolean(navigator.locks);

  const names = (shared) => list(strategies.filter(shared).map(({ name }) => name));
  const follows = ({ subscription }) => subscription.isFollowing;
  const leads = (strategy) =>
    strategy.subscription.isOn && !follows(strategy) && streamsOf(strategy).some((stream) => slots.followers(stream) > 0);
  const sentence = (key, names) => names && text(key, names);

  setInterval(() => {
    const sentences = [sentence('sharing.leads', names(leads)), sentence('sharing.follows', names(follows))];
    const shown = sentences.filter(Boolean).join(' ');
    if (!document.hidden && line.textContent !== shown) {
      line.textContent = shown;
      box.hidden = shown === '';
    }
  }, REFRESH_MS);
}
