'use client';

import { type InputHTMLAttributes, useState } from 'react';
import { cx } from './class-names';
import { useControl } from './control';
import { Counter } from './counter';
import { initialText, useTyped } from './use-typed';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'maxLength' | 'prefix'> & {
  /** Characters allowed; counted, never cut off: what is pasted stays until the person shortens it. */
  max?: number;
  /** Shown inside at the start, e.g. `¥` or `https://`. */
  prefix?: string;
  suffix?: string;
};

/** One line of text. */
export function TextInput({ max, prefix, suffix, className, onChange, ...rest }: Props) {
  const control = useControl(rest);
  const typed = useTyped(rest);
  const start = rest.value === undefined ? typed.text(initialText(rest.defaultValue)) : undefined;
  const [length, setLength] = useState(String(rest.value ?? start ?? '').length);
  return (
    <span className={cx('input-box', className)}>
      {prefix && <span className="input-box__part">{prefix}</span>}
      <input
        {...rest}
        {...control}
        defaultValue={start}
        className="input"
        onChange={(event) => {
          setLength(event.target.value.length);
          onChange?.(event);
        }}
      />
      {suffix && <span className="input-box__part">{suffix}</span>}
      {max !== undefined && <Counter length={length} max={max} />}
    </span>
  );
}
