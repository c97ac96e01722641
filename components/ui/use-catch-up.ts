'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useCallback, useEffect, useRef, useState, useTransition } from 'react';
import {
  CATCH_UP_EVENT,
  type Draft,
  mergeDrafts,
  restoreDraft,
  SAVED_EVENT,
  takeDraft,
} from './draft';

/**
 * After somebody else changed the record: loads what the server has now, draws the form anew from it, and puts back
 * what was typed here since the form and the server last agreed.
 * @returns `generation` is the key of the form's content
 */
export function useCatchUp(form: RefObject<HTMLFormElement | null>, onDone: () => void) {
  const router = useRouter();
  const [loading, start] = useTransition();
  const [generation, setGeneration] = useState(0);
  const agreed = useRef<Draft | null>(null);
  const mine = useRef<Draft | null>(null);

  const catchUp = useCallback(() => {
    if (!form.current) return;
    mine.current = takeDraft(form.current);
    start(() => router.refresh());
  }, [form, router]);

  useEffect(() => {
    const here = form.current;
    if (!here) return;
    agreed.current = takeDraft(here);
    const onSaved = (event: Event) => {
      const { detail } = event as CustomEvent<Draft | null>;
      if (detail) agreed.current = detail;
    };
    here.addEventListener(SAVED_EVENT, onSaved);
    here.addEventListener(CATCH_UP_EVENT, catchUp);
    return () => {
      here.removeEventListener(SAVED_EVENT, onSaved);
      here.removeEventListener(CATCH_UP_EVENT, catchUp);
    };
  }, [form, catchUp]);

  useEffect(() => {
    if (!loading && mine.current) setGeneration((turn) => turn + 1);
  }, [loading]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each new drawing of the form
  useEffect(() => {
    const here = form.current;
    const [old, typed] = [agreed.current, mine.current];
    if (!here || !old || !typed) return;
    const latest = takeDraft(here);
    agreed.current = latest;
    mine.current = null;
    onDone();
    restoreDraft(here, mergeDrafts(old, typed, latest));
  }, [generation]);

  return { catchUp, generation };
}
