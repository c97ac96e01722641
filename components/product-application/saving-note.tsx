'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ToneMark } from '@/components/ui/tone';
import type { Saving } from './use-saving';

/** Whether what is typed is saved; loud only when it is not. */
export function SavingNote({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const t = useTranslations('productApplication.wizard.saving');
  const loud = saving.kind === 'failed' || saving.kind === 'stale';
  if (!loud) {
    return (
      <p className="autosave" data-kind={saving.kind} aria-live="polite">
        {saving.kind === 'saved' && <ToneMark tone="success" />}
        {t(saving.kind, { time: saving.text })}
      </p>
    );
  }
  return (
    <div className="notice notice--danger" role="alert">
      <ToneMark tone="danger" />
      <div className="min-w-0 flex-1">
        <p>{saving.text || t('network')}</p>
        <p className="text-[13px]">{t(saving.kind === 'stale' ? 'staleText' : 'keptText')}</p>
        {saving.kind === 'stale' ? (
          <Button size="sm" className="mt-2" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        ) : (
          <Button size="sm" className="mt-2" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
