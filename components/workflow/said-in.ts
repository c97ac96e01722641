/** Words people write with an event; the first that is there is shown. */
const SAID = ['reason', 'comment', 'note', 'text', 'answer', 'opinion'];

/** What a person said with an event, as its record keeps it. */
export function saidIn(data: Record<string, unknown>): string | undefined {
  const input = typeof data.input === 'object' && data.input !== null ? data.input : data;
  const found = SAID.map((key) => (input as Record<string, unknown>)[key]);
  return found.find((value): value is string => typeof value === 'string' && value !== '');
}
