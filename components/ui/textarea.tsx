'use client';

import { type TextareaHTMLAttributes, useState } from 'react';
import { cx } from './class-names';
import { useControl } from './control';
import { Counter } from './counter';
import { initialText, useTyped } from './use-typed';

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength'> & {
  /** Characters allowed; counted, never cut off. */
  max?: number;
};

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ max, className, rows = 4, onChange, ...rest }: Props) {
  const control = useControl(rest);
  const typed = useTyped(rest);
  const start = rest.value === undefined ? typed.text(initialText(rest.defaultValue)) : undefined;
  const [length, setLength] = useState(String(rest.value ?? start ?? '').length);
  return (
    <span className={cx('textarea-box', className)}>
      <textarea
        {...rest}
        {...control}
        defaultValue={start}
        rows={rows}
        className="textarea"
        // Where the field grows with its content, `rows` alone would be ignored.
        style={{ minHeight: `${rows * 20 + 16}px` }}
        onChange={(event) => {
          setLength(event.target.value.length);
          onChange?.(event);
        }}
      />
      {max !== undefined && <Counter length={length} max={max} />}
    </span>
  );
}
