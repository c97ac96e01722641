'use client';

import { unstable_rethrow, useRouter } from 'next/navigation';
import {
  type FormEvent,
  Fragment,
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react';
import type { ActionResult } from '@/lib/action-result';
import { cx } from './class-names';
import { REFUSED_EVENT } from './draft';
import { covers, FormContext, pathOf } from './form-context';
import { FormNotice, type FormWords, focusFirstWrong } from './form-notice';
import { toast } from './toast';
import { useCatchUp } from './use-catch-up';
import { useDraft } from './use-draft';
import { useUploadWait } from './use-upload-wait';

/** A server action as forms call it: the last answer, then the form. */
export type FormAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

export type ActionFormProps = {
  action: FormAction;
  children: ReactNode;
  /** Carried along unseen, e.g. `{ id, version }`; the version makes a stale form say so. */
  hidden?: Record<string, string | number | undefined | null>;
  /** Said in passing after success. */
  success?: string;
  /** Where to go after success; `{id}` is filled from the answer's data. */
  redirectTo?: string;
  /** Empties the form after success, e.g. for comments. */
  resetOnSuccess?: boolean;
  /** Keeps a copy of what is typed in this browser until it is sent. */
  draftKey?: string;
  className?: string;
  words: FormWords;
};

export function ActionFormClient(props: ActionFormProps) {
  const { action, children, hidden = {}, success, redirectTo, resetOnSuccess, words } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  // Without script the browser posts the form itself and the page comes back with this answer.
  const [posted, post] = useActionState(action, null);
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [forgotten, setForgotten] = useState<string[]>([]);
  const [pending, start] = useTransition();
  const { catchUp, generation } = useCatchUp(form, () => setAnswer(null));
  // Known at once, where `pending` waits for the next drawing: two clicks in one moment send one form.
  const sending = useRef(false);
  const draft = useDraft(form, props.draftKey);
  const uploads = useUploadWait(form, () =>
    setAnswer({ ok: false, code: 'uploading', message: words.lost }),
  );
  const busy = pending || uploads.waiting;

  const last = answer ?? posted;
  const failure = last && !last.ok ? last : null;
  const sent = !answer && posted?.ok ? { success, to: fill(redirectTo ?? '', posted.data) } : null;
  const typed = posted && !posted.ok && generation === 0 ? posted.typed : undefined;
  const errors = useMemo(() => {
    const entries = Object.entries(failure?.fields ?? {});
    return Object.fromEntries(
      entries.filter(([path]) => !forgotten.some((name) => covers(name, path))),
    );
  }, [failure, forgotten]);
  const forget = useCallback((name: string) => setForgotten((list) => [...list, pathOf(name)]), []);

  useEffect(() => {
    if (failure && form.current) focusFirstWrong(form.current, failure.fields);
  }, [failure]);

  const done = () => {
    draft.drop();
    if (success) toast(success);
  };

  const settle = (result: ActionResult) => {
    setForgotten([]);
    setAnswer(result);
    if (!result.ok) {
      form.current?.dispatchEvent(new CustomEvent(REFUSED_EVENT));
      return;
    }
    done();
    if (resetOnSuccess) form.current?.reset();
    form.current?.closest('dialog')?.close();
    if (redirectTo) router.push(fill(redirectTo, result.data));
  };

  // Sent before the script came: what was to happen after success happens now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the answer the page came with
  useEffect(() => {
    if (posted?.ok) settle(posted);
  }, [posted]);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || sending.current) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (uploads.hold(submitter)) return;
    const data = new FormData(event.currentTarget, submitter);
    sending.current = true;
    start(async () => {
      try {
        const result = await run(action, last, data, words.network, done);
        startTransition(() => settle(result));
      } finally {
        sending.current = false;
      }
    });
  };

  return (
    <FormContext.Provider value={{ pending: busy, errors, typed, forget }}>
      <form
        ref={form}
        action={post}
        onSubmit={send}
        onInput={draft.onInput}
        noValidate
        className={cx('form', props.className)}
        aria-busy={busy || undefined}
      >
        {Object.entries(hidden).map(([name, value]) =>
          value === undefined || value === null ? null : (
            <input
              key={name}
              type="hidden"
              name={name}
              value={value}
              // Without this, browsers put an old version back when the page is reloaded.
              autoComplete="off"
              readOnly
            />
          ),
        )}
        <FormNotice
          failure={failure}
          sent={sent}
          waiting={uploads.files}
          errors={errors}
          form={form}
          restored={draft.restored}
          words={words}
          onReload={catchUp}
          onDiscard={draft.discard}
        />
        <Fragment key={generation}>{children}</Fragment>
      </form>
    </FormContext.Provider>
  );
}

/**
 * Calls the action; a lost connection is an answer too, so the form stays as it is. An action that
 * redirects has succeeded, but answers with an error that the router must see.
 */
async function run(
  action: FormAction,
  last: ActionResult | null,
  data: FormData,
  network: string,
  done: () => void,
): Promise<ActionResult> {
  try {
    return (await action(last, data)) ?? { ok: true, data: null };
  } catch (error) {
    if (isRedirect(error)) done();
    unstable_rethrow(error);
    return { ok: false, code: 'network', message: network };
  }
}

function fill(template: string, data: unknown): string {
  const values = (data ?? {}) as Record<string, unknown>;
  return template.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(values[key] ?? '')),
  );
}

function isRedirect(error: unknown): boolean {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  return typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT');
}
