'use client';

import { type ReactNode, startTransition, useActionState } from 'react';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/action-result';

/**
 * A form whose answer is recovery codes: they are shown this once, in place of the form, until the person says that
 * they are kept.
 */
export function RecoveryCodes({
  action,
  children,
  words,
}: {
  action: FormAction;
  /** Fields and the button of the form. */
  children: ReactNode;
  words: { title: string; text: string; done: string; copy: string; label: string; submit: string };
}) {
  const [answer, send, pending] = useActionState<ActionResult | null, FormData>(action, null);
  const codes = answer?.ok ? ((answer.data as { codes?: string[] })?.codes ?? []) : [];
  if (codes.length > 0) {
    return (
      <div className="grid gap-3" role="status">
        <Alert tone="warning" title={words.title}>
          {words.text}
        </Alert>
        <ul className="num grid grid-cols-2 gap-x-6 gap-y-1 font-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="flex gap-2">
          <Button onClick={() => navigator.clipboard.writeText(codes.join('\n'))}>
            {words.copy}
          </Button>
          <Button look="primary" onClick={() => window.location.reload()}>
            {words.done}
          </Button>
        </div>
      </div>
    );
  }
  const wrong = answer && !answer.ok ? (answer.fields?.code ?? answer.message) : undefined;
  return (
    <form
      action={send}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
      className="form"
    >
      {children}
      <div className="field" data-invalid={wrong ? '' : undefined}>
        <label htmlFor="totp-code" className="field__label">
          {words.label}
        </label>
        <input
          id="totp-code"
          name="code"
          className="input max-w-56"
          autoComplete="one-time-code"
          inputMode="numeric"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'totp-code-error' : undefined}
          aria-required
        />
        {wrong && (
          <p id="totp-code-error" className="field__error" aria-live="polite">
            {wrong}
          </p>
        )}
      </div>
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
