'use client';

import type { InputHTMLAttributes, ReactNode } from 'react';
import { useControl } from './control';
import { initialText, useTyped } from './use-typed';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  children: ReactNode;
  hint?: ReactNode;
};

/** One thing to tick; inside a `group` field several share a name that ends in `[]`. */
export function Checkbox({ children, hint, ...rest }: Props) {
  const { id: _, ...control } = useControl(rest);
  const typed = useTyped(rest);
  const start =
    rest.checked === undefined
      ? typed.ticked(initialText(rest.value) ?? 'on', rest.defaultChecked)
      : undefined;
  return (
    <label className="choice">
      <input
        {...rest}
        {...control}
        defaultChecked={start}
        id={rest.id}
        type="checkbox"
        className="choice__box"
      />
      <span className="min-w-0">
        {children}
        {hint && <span className="choice__hint">{hint}</span>}
      </span>
    </label>
  );
}
