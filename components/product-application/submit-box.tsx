'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { STEPS, stepOf } from '@/lib/workflows/product-application/form/limits';
import type { Judgement } from './complaints';
import { FieldLink } from './field-link';
import { fieldName } from './field-name';
import { useSentences } from './use-sentences';
import type { SubmitAction, WizardData } from './wizard-data';

/** The end of the wizard: what is still open, page by page, or the way to hand it in. */
export function SubmitBox({
  data,
  judgement,
  submit,
  flush,
  version,
  onField,
  onStale,
}: {
  data: WizardData;
  judgement: Judgement;
  submit: SubmitAction;
  flush: () => Promise<boolean>;
  version: () => number;
  onField: (path: string) => void;
  /** Somebody else changed it: the newest version is fetched and brought together with this one. */
  onStale: (told: string) => void;
}) {
  const t = useTranslations('productApplication');
  const router = useRouter();
  const verb = t(data.application.state === 'rejected' ? 'event.resubmit' : 'event.submit');
  const sentences = useSentences(data, judgement)(true);
  const [refused, setRefused] = useState<{ message: string; fields: Record<string, string> }>();
  const [sending, start] = useTransition();
  const open = { ...sentences, ...refused?.fields };
  const steps = STEPS.filter((step) => Object.keys(open).some((path) => stepOf(path) === step));
  const send = () =>
    start(async () => {
      if (!(await flush())) {
        setRefused({ message: t('wizard.saving.unsaved'), fields: {} });
        return;
      }
      const { id } = data.application;
      const result = await submit({ id, version: version(), confirm: 'submit' }).catch(() => null);
      if (result?.ok) {
        toast(t('wizard.submitted'));
        router.push(`/merchant/applications/${id}`);
      } else if (result?.code === 'stale' || result?.code === 'wrongState') {
        onStale(result.meanwhile ?? result.message);
      } else {
        setRefused({
          message: result?.message ?? t('wizard.saving.network'),
          fields: result?.fields ?? {},
        });
      }
    });
  if (steps.length > 0 || refused) {
    return (
      <Alert tone="warning" title={refused?.message ?? t('wizard.notYet')} live>
        <div className="mt-1 grid gap-3">
          {steps.map((step) => (
            <div key={step}>
              <p className="font-medium">{t(`wizard.step.${step}`)}</p>
              <ul className="list-disc ps-5">
                {Object.entries(open)
                  .filter(([path]) => stepOf(path) === step)
                  .map(([path, sentence]) => (
                    <li key={path}>
                      <FieldLink base={data.base} path={path} onField={onField}>
                        {fieldName(t, path)}
                      </FieldLink>{' '}
                      {sentence}
                    </li>
                  ))}
              </ul>
            </div>
          ))}
          {refused && steps.length === 0 && (
            <span>
              <Button size="sm" onClick={() => setRefused(undefined)}>
                {t('wizard.again')}
              </Button>
            </span>
          )}
        </div>
      </Alert>
    );
  }
  return (
    <Section title={t('wizard.ready')} description={t('wizard.readyHint')}>
      <Dialog
        look="primary"
        trigger={verb}
        title={t('wizard.confirmTitle')}
        close={t('wizard.cancel')}
        disabled={sending}
      >
        <p>{t(`wizard.confirm.${data.application.kind}`)}</p>
        <div className="dialog__foot">
          <Button look="primary" onClick={send} disabled={sending}>
            {verb}
          </Button>
        </div>
      </Dialog>
    </Section>
  );
}
