'use client';

import { useEffect, useState } from 'react';
import { localKey } from './local-key';
import { type Tone, ToneMark } from './tone';

type Toast = {
  id: string;
  text: string;
  tone: Extract<Tone, 'success' | 'danger' | 'info'>;
  /** When it goes by itself. */
  until: number;
};

const EVENT = 'guildhall:toast';
const SECONDS = 5;
const STORE = 'guildhall:toasts';

/**
 * Says something in passing at the edge of the window. It is still said where the next page has another frame or is
 * loaded anew: this tab remembers it until its time is over.
 */
export function toast(text: string, tone: Toast['tone'] = 'success'): void {
  const detail: Toast = { id: localKey(), text, tone, until: Date.now() + SECONDS * 1000 };
  remember([...remembered(), detail]);
  window.dispatchEvent(new CustomEvent<Toast>(EVENT, { detail }));
}

function remembered(): Toast[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) ?? '[]') as Toast[];
    return kept.filter(({ until }) => until > Date.now());
  } catch {
    return [];
  }
}

function remember(toasts: Toast[]): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(toasts));
  } catch {
    // A full or forbidden store only means that it is not said again on the next page.
  }
}

const without = (id: string) => (list: Toast[]) => list.filter((item) => item.id !== id);

/** Where toasts appear; the frame holds one. */
export function ToastArea({ close }: { close: string }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => {
    const timers = new Set<number>();
    const show = (one: Toast) => {
      setToasts((list) => [...list.filter(({ id }) => id !== one.id).slice(-3), one]);
      timers.add(window.setTimeout(() => setToasts(without(one.id)), one.until - Date.now()));
    };
    const onToast = (event: Event) => show((event as CustomEvent<Toast>).detail);
    window.addEventListener(EVENT, onToast);
    for (const one of remembered()) show(one);
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
            onClick={() => {
              remember(without(item.id)(remembered()));
              setToasts(without(item.id));
            }}
          >
            ×
          </button>
        </span>
      ))}
    </output>
  );
}
