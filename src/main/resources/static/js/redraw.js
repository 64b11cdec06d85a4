import { calm } from './theme.js';

const CALM_MS = 1000;
const RETELL_MS = 10_000;

/** Draws regularly, but only what somebody sees: not while the tab or the element is hidden, nor what is to stand still. */
export function redraw(element, everyMs, draw) {
  let drawn = -Infinity;
  let asked = false;

  setInterval(() => {
    const due = performance.now() - drawn >= (calm() ? CALM_MS : everyMs) - 5;
    if (due && !asked && isSeen(element) && !isFrozen()) {
      asked = true;
      requestAnimationFrame((now) => {
        asked = false;
        drawn = now;
        draw();
      });
    }
  }, everyMs);
}

/** Says now and then what a picture shows, to those who don't see it. */
export function retell(canvas, sentence) {
  setInterval(() => isSeen(canvas) && canvas.setAttribute('aria-label', sentence()), RETELL_MS);
}

function isFrozen() {
  return document.body.hasAttribute('data-frozen');
}

function isSeen(element) {
  return !document.hidden && element.offsetParent !== null;
}
