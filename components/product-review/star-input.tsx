'use client';

import { useControl } from '@/components/ui/control';
import { useTyped } from '@/components/ui/use-typed';
import { STAR_PATH } from './star-path';

/**
 * Chooses one to five stars: radio buttons in a row, for keyboards and without script. Use inside `<Field group>`.
 * @param labels what one, two, … five stars are called
 */
export function StarInput({
  labels,
  defaultValue,
}: {
  labels: readonly string[];
  defaultValue?: number | undefined;
}) {
  const { id: _, ...control } = useControl({});
  const typed = useTyped({});
  return (
    <div className="star-input">
      {labels.map((label, index) => {
        const value = String(index + 1);
        return (
          <label key={value} title={label}>
            <input
              {...control}
              type="radio"
              value={value}
              defaultChecked={typed.ticked(value, index + 1 === defaultValue)}
              className="sr-only"
            />
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d={STAR_PATH} />
            </svg>
            <span className="sr-only">{label}</span>
          </label>
        );
      })}
    </div>
  );
}
