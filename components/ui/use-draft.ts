'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  type Draft,
  dropDraft,
  loadDraft,
  restoreDraft,
  SAVED_EVENT,
  sameValues,
  saveDraft,
  takeDraft,
  versionOf,
} from './draft';

const PAUSE = 400;

/** When what was put back had been typed, and whether the record has changed since. */
export type Restored = { at: string; older: boolean };

/**
 * Keeps what is typed in this browser under `key` and puts it back when the form is opened again.
 * The copy goes when the form was sent.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, key: string | undefined) {
  const [restored, setRestored] = useState<Restored | null>(null);
  const timer = useRef(0);
  const blank = useRef<Draft | null>(null);

  useEffect(() => {
    if (!key || !form.current) return;
    blank.current ??= takeDraft(form.current);
    const kept = loadDraft(key);
    if (!kept || sameValues(kept, blank.current)) return;
    restoreDraft(form.current, kept);
    const at = new Date(kept.at);
    setRestored({
      at: at.toLocaleString(document.documentElement.lang || undefined),
      older: kept.version !== undefined && kept.version !== versionOf(form.current),
    });
  }, [form, key]);

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const onInput = useCallback(() => {
    if (!key) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (form.current) saveDraft(key, takeDraft(form.current));
    }, PAUSE);
  }, [form, key]);

  const drop = useCallback(() => {
    window.clearTimeout(timer.current);
    if (key) dropDraft(key);
    setRestored(null);
  }, [key]);

  useEffect(() => {
    const here = form.current;
    here?.addEventListener(SAVED_EVENT, drop);
    return () => here?.removeEventListener(SAVED_EVENT, drop);
  }, [form, drop]);

  const discard = useCallback(() => {
    drop();
    if (form.current && blank.current) restoreDraft(form.current, blank.current);
    window.clearTimeout(timer.current);
    drop();
  }, [drop, form]);

  return { onInput, drop, discard, restored };
}
