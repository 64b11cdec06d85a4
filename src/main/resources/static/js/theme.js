// The page's colours, as the style sheets have them for the present scheme.

export const styleOf = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();

const REDUCED = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the user asked for little movement. */
export function calm() {
  return REDUCED.matches;
}

/** A colour of the palette, stepped back: what it shows is doubtful, or comes second. */
export function paled(colour) {
  return `${colour}59`;
}
