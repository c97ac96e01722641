/** What every server action answers; sentences are already in the reader's language. */
export type ActionResult<T = unknown> = { ok: true; data: T } | Refusal;

export type Refusal = {
  ok: false;
  code: string;
  message: string;
  /** Sentence per dotted path. */
  fields?: Record<string, string>;
  /** What others did since the reader's version; the message says it too. */
  meanwhile?: string;
  /** What was entered, by control, when the browser itself sent the form: its page is lost. Never secrets. */
  typed?: Record<string, string[]>;
};
