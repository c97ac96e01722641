'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useControl } from './control';
import { DateInputClient, type DateWords } from './date-input-client';
import { tidyClock } from './tidy';

export type DateTimeInputProps = {
  name?: string;
  /** `2026-11-21T14:05`, e.g. from `toDateTimeInput` */
  defaultValue?: string;
  min?: string;
  max?: string;
};

/** `time` names the clock after its field's label. */
export type DateTimeWords = DateWords & { time: string };

export function DateTimeInputClient({
  name,
  defaultValue = '',
  min,
  max,
  words,
}: DateTimeInputProps & { words: DateTimeWords }) {
  const clockId = useId();
  const control = useControl({ name });
  const [day = '', clock = ''] = defaultValue.split('T');
  const [value, setValue] = useState({ day, clock: clock || '' });
  const hidden = useRef<HTMLInputElement>(null);
  const joined = value.day ? `${value.day}T${value.clock || '00:00'}` : '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: drafts listen for a change of the value
  useEffect(() => {
    hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [joined]);

  return (
    <span className="flex flex-wrap gap-2">
      <input ref={hidden} type="hidden" name={control.name} value={joined} readOnly />
      <DateInputClient
        words={words}
        id={control.id}
        name=""
        defaultValue={day}
        min={min?.slice(0, 10)}
        max={max?.slice(0, 10)}
        onChange={(next) => setValue((was) => ({ ...was, day: next }))}
      />
      <input
        className="input num w-20"
        placeholder="00:00"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={clock}
        id={clockId}
        aria-label={words.time}
        aria-labelledby={control.id ? `${control.id}-label ${clockId}` : undefined}
        aria-describedby={control['aria-describedby']}
        aria-invalid={control['aria-invalid']}
        onBlur={(event) => {
          event.target.value = tidyClock(event.target.value);
          setValue((was) => ({ ...was, clock: event.target.value }));
        }}
      />
    </span>
  );
}
