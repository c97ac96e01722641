'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ToneMark } from '@/components/ui/tone';
import type { Saving } from './use-saving';

/** Whether what is typed is saved; always in view beside the steps. */
export function SavingNote({ saving }: { saving: Saving }) {
  const t = useTranslations('productApplication.wizard.saving');
  const quiet = saving.kind === 'idle' || saving.kind === 'saving' || saving.kind === 'saved';
  return (
    <p className="autosave" data-kind={quiet ? saving.kind : 'failed'} aria-live="polite">
      {saving.kind === 'saved' && <ToneMark tone="success" />}
      {t(quiet ? saving.kind : 'unsaved', { time: saving.text })}
    </p>
  );
}

/** Why something could not be saved, and the way on. What was typed stays in this browser. */
export function SavingTrouble({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const t = useTranslations('productApplication.wizard.saving');
  const { kind } = saving;
  if (kind !== 'failed' && kind !== 'gone' && kind !== 'signedOut') return null;
  return (
    <div className="notice notice--danger" role="alert">
      <ToneMark tone="danger" />
      <div className="min-w-0 flex-1">
        <p>{saving.text || t('network')}</p>
        <p className="text-[13px]">{t(kind === 'gone' ? 'goneText' : 'keptText')}</p>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          {kind === 'signedOut' && (
            <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
              {t('signIn')}
            </a>
          )}
          <Button size="sm" onClick={kind === 'gone' ? () => window.location.reload() : onRetry}>
            {t(kind === 'gone' ? 'reload' : 'retry')}
          </Button>
        </p>
      </div>
    </div>
  );
}
