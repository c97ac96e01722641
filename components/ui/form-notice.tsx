'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { Button } from './button';
import { covers, pathOf } from './form-context';
import { ToneMark } from './tone';
import type { Restored } from './use-draft';

export type FormWords = Record<
  | 'network'
  | 'uploading'
  | 'lost'
  | 'reload'
  | 'signIn'
  | 'restored'
  | 'restoredOlder'
  | 'discard'
  | 'sent'
  | 'goOn',
  string
>;

type Failure = Extract<ActionResult, { ok: false }>;

/** The form's own sentence, complaints that no field shows, and what can be done about them. */
export function FormNotice({
  failure,
  sent,
  waiting,
  errors,
  form,
  restored,
  words,
  onReload,
  onDiscard,
}: {
  failure: Failure | null;
  /** The browser itself sent the form and it succeeded: what to say, and where to go on. */
  sent: { success?: string; to: string } | null;
  /** Files still travel; the form goes on by itself. */
  waiting: boolean;
  errors: Record<string, string>;
  form: RefObject<HTMLFormElement | null>;
  restored: Restored | null;
  words: FormWords;
  onReload: () => void;
  onDiscard: () => void;
}) {
  const [homeless, setHomeless] = useState<string[]>([]);
  useEffect(() => {
    const shown = [...(form.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].map(
      (field) => pathOf(field.dataset.field ?? ''),
    );
    const left = Object.entries(errors).filter(
      ([path]) => !shown.some((name) => covers(name, path)),
    );
    setHomeless(left.map(([, sentence]) => sentence));
  }, [errors, form]);

  if (waiting) {
    return (
      <div className="notice notice--info" role="status">
        <ToneMark tone="info" />
        <p>{words.uploading}</p>
      </div>
    );
  }
  if (failure) {
    const conflict = failure.code === 'stale' || failure.code === 'wrongState';
    return (
      <div className="notice notice--danger" role="alert" tabIndex={-1} data-form-notice="">
        <ToneMark tone="danger" />
        <div className="min-w-0 flex-1">
          <p>{failure.message}</p>
          {homeless.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {conflict && (
            <Button size="sm" className="mt-2" onClick={onReload}>
              {words.reload}
            </Button>
          )}
          {failure.code === 'signedOut' && (
            <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
              {words.signIn}
            </a>
          )}
        </div>
      </div>
    );
  }
  if (sent?.success || sent?.to) {
    return (
      <div className="notice notice--success" role="status">
        <ToneMark tone="success" />
        <p className="flex min-w-0 flex-1 flex-wrap gap-x-3">
          <span>{sent.success ?? words.sent}</span>
          {sent.to && (
            <a className="link" href={sent.to}>
              {words.goOn}
            </a>
          )}
        </p>
      </div>
    );
  }
  if (!restored) return null;
  return (
    <div className={`notice notice--${restored.older ? 'warning' : 'info'}`} role="status">
      <ToneMark tone={restored.older ? 'warning' : 'info'} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-2">
        <span>
          {restored.older ? words.restoredOlder : words.restored}{' '}
          <span className="num text-muted">{restored.at}</span>
        </span>
        <Button size="sm" look="ghost" onClick={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </div>
  );
}

/** The box of the first wrong field in the order of the page; of boxes in boxes the innermost. */
export function firstWrong(
  form: HTMLFormElement,
  wrong: readonly string[],
): HTMLElement | undefined {
  const boxes = [...form.querySelectorAll<HTMLElement>('[data-field]')].filter((field) => {
    const name = pathOf(field.dataset.field ?? '');
    return wrong.some((path) => covers(name, path));
  });
  return boxes.find((box) => !boxes.some((inner) => inner !== box && box.contains(inner)));
}

/** Brings the first wrong field into view and focus, else the notice. */
export function focusFirstWrong(form: HTMLFormElement, fields: Failure['fields']): void {
  const box = firstWrong(form, Object.keys(fields ?? {}));
  const target =
    box?.querySelector<HTMLElement>(
      'input:not([type="hidden"], :disabled), textarea, select, button, [contenteditable="true"]',
    ) ?? form.querySelector<HTMLElement>('[data-form-notice]');
  target?.focus({ preventScroll: true });
  (box ?? target)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}
