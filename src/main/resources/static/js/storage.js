// What outlives a reload. Storage may be forbidden or full; the page works without it.

const PREFIX = 'pushlab.';

export function load(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function save(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // A reload will begin at the latest event then.
  }
}
