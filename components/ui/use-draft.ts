'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  type Draft,
  dropDraft,
  loadDraft,
  restoreDraft,
  sameValues,
  saveDraft,
  takeDraft,
} from './draft';

const PAUSE = 400;

/**
 * Keeps what is typed in this browser under `key` and puts it back when the form is opened again.
 * The copy goes when the form was sent, or when the page left because the action moved on.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, key: string | undefined) {
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const timer = useRef(0);
  const sent = useRef(false);
  const blank = useRef<Draft | null>(null);

  useEffect(() => {
    if (!key || !form.current) return;
    blank.current = takeDraft(form.current);
    const kept = loadDraft(key);
    if (!kept || sameValues(kept, blank.current)) return;
    restoreDraft(form.current, kept);
    const at = new Date(kept.at);
    setRestoredAt(at.toLocaleString(document.documentElement.lang || undefined));
  }, [form, key]);

  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      if (key && sent.current) dropDraft(key);
    },
    [key],
  );

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
    setRestoredAt(null);
  }, [key]);

  const discard = useCallback(() => {
    drop();
    if (form.current && blank.current) restoreDraft(form.current, blank.current);
    window.clearTimeout(timer.current);
    drop();
  }, [drop, form]);

  const sending = useCallback((on: boolean) => {
    sent.current = on;
  }, []);

  return { onInput, drop, discard, sending, restoredAt };
}
