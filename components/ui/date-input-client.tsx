'use client';

import { type ComponentType, useEffect, useId, useRef, useState } from 'react';
import type { CalendarPanelProps } from './calendar-panel';
import { cx } from './class-names';
import { useControl } from './control';
import { tidyDate } from './tidy';
import { useTyped } from './use-typed';

export type DateWords = { placeholder: string; open: string };

export type DateInputProps = {
  name?: string;
  id?: string;
  /** `2026-11-21` */
  defaultValue?: string;
  min?: string;
  max?: string;
  'aria-label'?: string;
  className?: string;
  onChange?: (value: string) => void;
  /** Sends the form as soon as a day is chosen (filters). */
  submitOnChoice?: boolean;
};

export function DateInputClient({
  defaultValue = '',
  min,
  max,
  className,
  onChange,
  submitOnChoice,
  words,
  ...rest
}: DateInputProps & { words: DateWords }) {
  const control = useControl(rest);
  const typed = useTyped(rest);
  const panel = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<CalendarPanelProps> | null>(null);

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      const outside = !box.current?.contains(event.target as Node);
      if (outside || (event instanceof KeyboardEvent && event.key === 'Escape')) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', leave);
    };
  }, [open]);

  const show = () => {
    setOpen((was) => !was);
    import('./calendar-panel').then((module) => setPanel(() => module.CalendarPanel));
  };
  const choose = (value: string) => {
    setOpen(false);
    if (!input.current) return;
    input.current.value = value;
    input.current.dispatchEvent(new Event('input', { bubbles: true }));
    input.current.focus();
    onChange?.(value);
    if (submitOnChoice) input.current.form?.requestSubmit();
  };

  return (
    <span className={cx('date-box', className)} ref={box}>
      <input
        {...control}
        ref={input}
        aria-label={rest['aria-label']}
        defaultValue={typed.text(defaultValue)}
        placeholder={words.placeholder}
        inputMode="numeric"
        autoComplete="off"
        className="input num"
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={(event) => {
          event.target.value = tidyDate(event.target.value);
        }}
      />
      <button
        type="button"
        className="date-box__open"
        aria-label={words.open}
        aria-expanded={open}
        aria-controls={panel}
        onClick={show}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
          <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2v2.6M10.5 2.2v2.6" strokeWidth="1.3" />
        </svg>
      </button>
      {open && (
        <div className="date-box__panel" id={panel}>
          {Panel && (
            <Panel value={input.current?.value ?? ''} min={min} max={max} onChoose={choose} />
          )}
        </div>
      )}
    </span>
  );
}
