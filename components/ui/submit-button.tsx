'use client';

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonStyle, buttonClass } from './button-class';
import { useFormState } from './form-context';
import { Spinner } from './spinner';

/** Sends the form it is in; waits visibly and cannot be pressed twice. */
export function SubmitButton({
  look = 'primary',
  size,
  fullWidth,
  disabled,
  children,
  ...rest
}: ButtonStyle & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & { children: ReactNode }) {
  const form = useFormState();
  const plain = useFormStatus();
  const pending = form.pending || plain.pending;
  return (
    <button
      {...rest}
      type="submit"
      className={buttonClass({ look, size, fullWidth })}
      disabled={disabled}
      aria-disabled={pending || undefined}
      data-pending={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        rest.onClick?.(event);
      }}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
