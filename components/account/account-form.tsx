'use client';

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/action-result';

export type AccountField = {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'tel';
  hint?: string;
  autoComplete?: string;
  defaultValue?: string;
  inputMode?: 'numeric' | 'email' | 'tel';
  maxLength?: number;
};

type Action = (previous: unknown, form: unknown) => Promise<ActionResult>;

/** A short form of one column: signing in and the like. Works without script; with it, what was typed stays. */
export function AccountForm({
  action,
  fields,
  hidden = {},
  submit,
  tick,
  children,
}: {
  action: Action;
  fields: AccountField[];
  hidden?: Record<string, string>;
  submit: string;
  /** A box to tick before sending. */
  tick?: { name: string; label: ReactNode };
  children?: ReactNode;
}) {
  const [result, send, pending] = useActionState<ActionResult | null, FormData>(action, null);
  const form = useRef<HTMLFormElement>(null);
  const wrong = result && !result.ok ? result : null;
  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        startTransition(() => send(data));
      }}
      noValidate
      className="grid gap-4"
    >
      {wrong && !wrong.fields && (
        <Alert tone="danger" live>
          {wrong.message}
        </Alert>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <TextField key={field.name} {...field} error={wrong?.fields?.[field.name]} />
      ))}
      {tick && (
        <div className="grid gap-1.5">
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              name={tick.name}
              className="mt-1"
              aria-invalid={wrong?.fields?.[tick.name] ? true : undefined}
            />
            {tick.label}
          </label>
          {wrong?.fields?.[tick.name] && (
            <p className="text-[13px] text-danger">{wrong.fields[tick.name]}</p>
          )}
        </div>
      )}
      {children}
      <Button
        type="submit"
        look="primary"
        size="lg"
        fullWidth
        disabled={pending}
        data-pending={pending || undefined}
      >
        {submit}
      </Button>
    </form>
  );
}

function TextField({
  name,
  label,
  hint,
  error,
  type = 'text',
  ...input
}: AccountField & { error: string | undefined }) {
  const about = error || hint ? `${name}-about` : undefined;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <input
        id={name}
        name={name}
        type={type}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={about}
        required
        {...input}
      />
      {about && (
        <p id={about} className={error ? 'text-[13px] text-danger' : 'text-[13px] text-muted'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
