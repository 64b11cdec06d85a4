// Positions, as written in events and batches: epoch:offset.

/** Reads 'k3f9:42' as {epoch, offset}; null for 'latest', 'earliest' and anything else. */
export function parse(text) {
  const form = /^([a-z0-9]{1,16}):(\d{1,18})$/.exec(text ?? '');
  return form && { epoch: form[1], offset: Number(form[2]) };
}

/** The position just before the given one, from which a reader gets it next. */
export function before(text) {
  const { epoch, offset } = parse(text);
  return `${epoch}:${offset - 1}`;
}

/** Whether the first position is beyond the second; what can't be compared, as after a restart, is. */
export function isBeyond(first, second) {
  const [a, b] = [parse(first), parse(second)];
  return !a || !b || a.epoch !== b.epoch || a.offset > b.offset;
}
