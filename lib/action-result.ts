/** What every server action answers; sentences are already in the reader's language. */
export type ActionResult<T = unknown> =
  | { ok: true; data: T }
  | { ok: false; code: string; message: string; fields?: Record<string, string> };
