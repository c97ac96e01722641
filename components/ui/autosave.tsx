'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { FormAction } from './action-form-client';
import { Button } from './button';
import { CATCH_UP_EVENT, REFUSED_EVENT, SAVED_EVENT, takeDraft } from './draft';
import { ToneMark } from './tone';

const PAUSE = 1200;

/**
 * Inside a wizard's form: saves the draft on the server a moment after the last change and says
 * so. Needs `<Words>` around it. The action gets the whole form.
 */
export function Autosave({ action, savedAt }: { action: FormAction; savedAt?: string }) {
  const t = useTranslations('ui.autosave');
  const words = useTranslations('ui.form');
  const mark = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<{
    kind: 'idle' | 'saving' | 'saved' | 'failed';
    text: string;
    /** Somebody else changed the record; nothing can be saved before the form has caught up. */
    conflict?: boolean;
  }>({
    kind: savedAt ? 'saved' : 'idle',
    text: savedAt ?? '',
  });

  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    let timer = 0;
    let busy = false;
    let again = false;
    let unsaved = false;
    const save = async () => {
      // One at a time: the next save carries the version that this one answers.
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      unsaved = false;
      // Sending the form waits for this, else its own save would make it stale.
      form.dataset.saving = '';
      setState({ kind: 'saving', text: '' });
      const sent = takeDraft(form);
      const result = await action(null, new FormData(form)).catch(() => null);
      busy = false;
      delete form.dataset.saving;
      if (result?.ok) takeVersion(form, result.data);
      else unsaved = true;
      if (again) {
        again = false;
        void save();
        return;
      }
      if (result?.ok) form.dispatchEvent(new CustomEvent(SAVED_EVENT, { detail: sent }));
      const clock = new Date().toTimeString().slice(0, 5);
      setState(
        result?.ok
          ? { kind: 'saved', text: clock }
          : {
              kind: 'failed',
              text: result && !result.ok ? result.message : '',
              conflict: result?.code === 'stale',
            },
      );
    };
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(save, PAUSE);
    };
    const onInput = () => {
      unsaved = true;
      later();
    };
    const onSubmit = () => {
      again = false;
      window.clearTimeout(timer);
    };
    // A refused form goes on being a draft.
    const onRefused = () => {
      if (unsaved) later();
    };
    form.addEventListener('input', onInput);
    form.addEventListener('submit', onSubmit);
    form.addEventListener(REFUSED_EVENT, onRefused);
    return () => {
      window.clearTimeout(timer);
      form.removeEventListener('input', onInput);
      form.removeEventListener('submit', onSubmit);
      form.removeEventListener(REFUSED_EVENT, onRefused);
    };
  }, [action]);

  return (
    <span ref={mark} className="autosave" data-kind={state.kind} aria-live="polite">
      {state.kind === 'saved' && <ToneMark tone="success" />}
      {state.kind === 'failed' && <ToneMark tone="warning" />}
      <span>{state.kind === 'idle' ? t('idle') : t(state.kind, { detail: state.text })}</span>
      {state.conflict && (
        <Button
          size="sm"
          onClick={() =>
            mark.current?.closest('form')?.dispatchEvent(new CustomEvent(CATCH_UP_EVENT))
          }
        >
          {words('reload')}
        </Button>
      )}
    </span>
  );
}

/** The form goes on from the version that was just saved, without waiting for the page. */
function takeVersion(form: HTMLFormElement, data: unknown) {
  const version = (data as { version?: unknown } | null)?.version;
  const field = form.elements.namedItem('version');
  if (typeof version === 'number' && field instanceof HTMLInputElement)
    field.value = String(version);
}
