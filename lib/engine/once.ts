import { z } from 'zod';

/** Names one showing of a form: the same for every click on its button. */
export const requestKey = z.string().regex(/^[\w-]{16,64}$/, 'form.error.wrongFormat');

/** The key that a submission carries, before its input is parsed. */
export function requestKeyOf(input: unknown): string | undefined {
  const key = (input as { requestKey?: unknown } | undefined)?.requestKey;
  return typeof key === 'string' && key ? key : undefined;
}

/**
 * One submission of a form makes one row, however often it is sent: `find` looks for the row that it made, `open` makes
 * it. Of two at once the second may fail for any reason that the first is the cause of (its key, its file, the last
 * piece in stock); it answers the first's row all the same.
 */
export async function openOnce<Row>(
  find: () => Promise<Row | undefined>,
  open: () => Promise<Row>,
): Promise<Row> {
  const known = await find();
  if (known) return known;
  try {
    return await open();
  } catch (error) {
    const first = await find();
    if (first) return first;
    throw error;
  }
}
