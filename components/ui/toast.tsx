'use client';

import { useEffect, useState } from 'react';
import { type Tone, ToneMark } from './tone';

type Toast = { id: number; text: string; tone: Extract<Tone, 'success' | 'danger' | 'info'> };

const EVENT = 'guildhall:toast';
const SECONDS = 5;
let last = 0;

/** Says something in passing at the edge of the window; survives a change of page. */
export function toast(text: string, tone: Toast['tone'] = 'success'): void {
  last += 1;
  window.dispatchEvent(new CustomEvent<Toast>(EVENT, { detail: { id: last, text, tone } }));
}

/** Where toasts appear; the frame holds one. */
export function ToastArea({ close }: { close: string }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => {
    const timers = new Set<number>();
    const onToast = (event: Event) => {
      const { detail } = event as CustomEvent<Toast>;
      setToasts((list) => [...list.slice(-3), detail]);
      timers.add(window.setTimeout(() => drop(detail.id), SECONDS * 1000));
    };
    const drop = (id: number) => setToasts((list) => list.filter((item) => item.id !== id));
    window.addEventListener(EVENT, onToast);
    return () => {
      window.removeEventListener(EVENT, onToast);
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, []);
  return (
    <output className="toasts" aria-live="polite">
      {toasts.map((item) => (
        <span key={item.id} className={`toast-card toast-card--${item.tone}`}>
          <ToneMark tone={item.tone} />
          <span className="flex-1">{item.text}</span>
          <button
            type="button"
            aria-label={close}
            onClick={() => setToasts((list) => list.filter(({ id }) => id !== item.id))}
          >
            ×
          </button>
        </span>
      ))}
    </output>
  );
}
