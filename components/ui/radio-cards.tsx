'use client';

import type { CSSProperties, ReactNode } from 'react';
import { useControl } from './control';
import { useTyped } from './use-typed';

export type RadioOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

/** A decision between a few things, each with room to explain itself. Use inside `<Field group>`. */
export function RadioCards({
  name,
  options,
  defaultValue,
  columns = 1,
  onChange,
}: {
  name?: string;
  options: RadioOption[];
  defaultValue?: string;
  columns?: 1 | 2 | 3;
  onChange?: (value: string) => void;
}) {
  const { id: _, ...control } = useControl({ name });
  const typed = useTyped({ name });
  return (
    <div className="radio-cards" style={{ '--columns': columns } as CSSProperties}>
      {options.map((option) => (
        <label key={option.value} className="radio-card">
          <input
            {...control}
            type="radio"
            value={option.value}
            disabled={option.disabled}
            defaultChecked={typed.ticked(option.value, option.value === defaultValue)}
            onChange={onChange && (() => onChange(option.value))}
            className="choice__box"
          />
          <span className="min-w-0">
            <span className="font-medium">{option.label}</span>
            {option.hint && <span className="choice__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
