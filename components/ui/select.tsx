'use client';

import type { SelectHTMLAttributes } from 'react';
import { cx } from './class-names';
import { useControl } from './control';

export type Option = { value: string; label: string; disabled?: boolean };

type Props = SelectHTMLAttributes<HTMLSelectElement> & {
  options: Option[];
  /** The first, empty choice. */
  placeholder?: string;
};

/** The browser's own select: light, and at home on phones. */
export function Select({ options, placeholder, className, ...rest }: Props) {
  const control = useControl(rest);
  return (
    <select {...rest} {...control} className={cx('select-native', className)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
