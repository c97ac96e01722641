'use client';

import type { SelectHTMLAttributes } from 'react';
import { cx } from './class-names';
import { useControl } from './control';
import { initialText, useTyped } from './use-typed';

export type Option = { value: string; label: string; disabled?: boolean };

type Props = SelectHTMLAttributes<HTMLSelectElement> & {
  options: Option[];
  /** The first, empty choice. */
  placeholder?: string;
};

/** The browser's own select: light, and at home on phones. */
export function Select({ options, placeholder, className, ...rest }: Props) {
  const control = useControl(rest);
  const typed = useTyped(rest);
  const start = rest.value === undefined ? typed.text(initialText(rest.defaultValue)) : undefined;
  return (
    <select {...rest} {...control} defaultValue={start} className={cx('select-native', className)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
