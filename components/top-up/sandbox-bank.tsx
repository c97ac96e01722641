import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';

const CHOICES = [
  { choice: 'succeeded', look: 'primary' },
  { choice: 'failed', look: 'danger-soft' },
  { choice: 'abandoned', look: 'outline' },
] as const;

/** Plays the payer's bank, and says that it only plays it. */
export function SandboxBank({
  payment,
  action,
  t,
  format,
}: {
  payment: { id: string; amount: bigint; status: string };
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  const back = `/buyer/balance/top-ups/${payment.id}`;
  return (
    <main className="mx-auto grid max-w-lg gap-4 px-4 py-10">
      <Alert tone="warning" title={t('page.title')}>
        {t('page.warning')}
      </Alert>
      <Card>
        <h1 className="text-muted">{t('page.amount')}</h1>
        <p className="num text-[32px] font-semibold tracking-tight">
          {format.money(payment.amount)}
        </p>
        <p className="mb-4 text-[13px] break-all text-muted">
          {t('page.topUp')} {payment.id}
        </p>
        {payment.status === 'waiting' ? (
          <>
            <p className="mb-4">{t('page.lead')}</p>
            <div className="grid gap-3">
              {CHOICES.map(({ choice, look }) => (
                <ActionForm
                  key={choice}
                  action={action}
                  hidden={{ id: payment.id, choice }}
                  redirectTo={back}
                >
                  <SubmitButton look={look} fullWidth>
                    {t(`page.${choice}`)}
                  </SubmitButton>
                  <p className="text-[13px] text-muted">{t(`page.${choice}Help`)}</p>
                </ActionForm>
              ))}
            </div>
          </>
        ) : (
          <>
            <p className="mb-4">
              {t('page.decided', { status: t(`page.status.${payment.status}`) })}
            </p>
            <ButtonLink href={back}>{t('page.back')}</ButtonLink>
          </>
        )}
      </Card>
    </main>
  );
}
