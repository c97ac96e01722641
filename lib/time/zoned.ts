/**
 * A moment as people type it: `2026-11-21` or `2026-11-21T09:30` in `timeZone`, or a full ISO moment with its offset.
 * Undefined when it is not a moment.
 */
export function momentOf(text: string, timeZone: string): Date | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?))?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, day, time = '00:00', offset] = match;
  const asUtc = new Date(`${day}T${time}${offset ?? 'Z'}`);
  if (Number.isNaN(asUtc.getTime())) return undefined;
  // JavaScript rolls 30 February over to March; people meant something else.
  if (!offset && asUtc.toISOString().slice(0, 10) !== day) return undefined;
  if (offset) return asUtc;
  const guess = new Date(asUtc.getTime() - offsetOf(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetOf(guess, timeZone));
}

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
function offsetOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
