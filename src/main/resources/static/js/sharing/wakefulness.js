/**
 * Tells when the browser puts this page to sleep, or away, and when it goes on after that; returns how to stop telling.
 */
export function whileAwake({ asleep, awake }) {
  const done = new AbortController();
  let isAwake = true;

  const listen = (target, type, wakes) =>
    target.addEventListener(
      type,
      () => {
        if (isAwake !== wakes) {
          isAwake = wakes;
          wakes ? awake() : asleep();
        }
      },
      { signal: done.signal },
    );

  listen(document, 'freeze', false);
  listen(document, 'resume', true);
  listen(window, 'pagehide', false);
  listen(window, 'pageshow', true);
  return () => done.abort();
}
