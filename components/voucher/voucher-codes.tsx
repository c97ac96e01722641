import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { VoucherDetail } from '@/lib/workflows/voucher/queries';

/** Makes activation codes, and gives each making out once. */
export function VoucherCodes({
  detail: { voucher, figures, codeSets },
  most,
  mayMake,
  action,
  t,
  format,
}: {
  detail: VoucherDetail;
  /** Codes that can be made at once. */
  most: number;
  mayMake: boolean;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  return (
    <Section title={t('page.codesTitle')} description={t('page.codesLead')}>
      {mayMake && (
        <ActionForm
          action={action}
          hidden={{ id: voucher.id }}
          success={t('page.codesDone')}
          resetOnSuccess
        >
          <Field
            name="count"
            label={t('field.count')}
            hint={t('hint.codes', { most, left: figures.left })}
            required
          >
            <NumberInput />
          </Field>
          <div>
            <SubmitButton>{t('event.makeCodes')}</SubmitButton>
          </div>
        </ActionForm>
      )}
      {codeSets.length === 0 ? (
        <p className="mt-3 text-muted">{t('page.codesNoneText')}</p>
      ) : (
        <ul className="mt-3 grid gap-2">
          {codeSets.map((set) => (
            <li key={set.id} className="flex flex-wrap items-center justify-between gap-2">
              <span className="num">
                {`${t('page.pieces', { count: set.count })} · ${t('page.codesMade')} ${format.dateTime(set.createdAt)}`}
              </span>
              {set.downloadedAt ? (
                <span className="text-muted">
                  {`${t('page.codesGone')} ${format.dateTime(set.downloadedAt)}`}
                </span>
              ) : (
                mayMake && (
                  <form method="post" action={`/api/ui/voucher-codes/${set.id}`}>
                    <Button type="submit" size="sm">
                      {t('page.codesDownload')}
                    </Button>
                  </form>
                )
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
