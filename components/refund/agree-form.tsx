import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Consequence } from '@/components/ui/confirm-dialog';
import { ConfirmSubmit } from '@/components/ui/confirm-submit';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { UploadRule } from '@/lib/files/queries';
import { getFormat, getT } from '@/lib/i18n/server';
import type { RefundDemand } from '@/lib/workflows/refund/documents';
import type { RefundDetail } from '@/lib/workflows/refund/queries';
import { sharesOf } from '@/lib/workflows/refund/settlement';
import { RefundDocumentFields } from './document-fields';

/** The merchant's agreement: opinion and documents, and before it goes, what moves to whom (7.4). */
export async function AgreeForm({
  detail,
  demands,
  rule,
  action,
}: {
  detail: RefundDetail;
  demands: readonly RefundDemand[];
  rule: UploadRule;
  action: FormAction;
}) {
  const [t, format] = await Promise.all([getT('refund'), getFormat()]);
  const { row } = detail;
  const back = `/merchant/refunds/${row.id}`;
  const partial = row.amount < row.paid;
  return (
    <Card>
      <ActionForm
        action={action}
        hidden={{ id: row.id, version: row.version }}
        draftKey={`refund-agree-${row.id}`}
        success={t('decide.agreeSent')}
        redirectTo={back}
      >
        {partial && (
          <Alert>
            {t('decide.partialHelp', {
              amount: format.money(row.amount),
              paid: format.money(row.paid),
            })}
          </Alert>
        )}
        <Field name="opinion" label={t('decide.opinion')} hint={t('decide.opinionHint')} required>
          <Textarea max={1000} rows={4} />
        </Field>
        <RefundDocumentFields demands={demands} rule={rule} />
        <div className="flex flex-wrap gap-2">
          <ConfirmSubmit
            trigger={t('event.agree')}
            title={t('decide.agreeTitle')}
            intro={t('decide.agreeIntro')}
            confirm={t('event.agree')}
            consequences={await moneyOf(detail)}
          />
          <ButtonLink href={back}>{t('form.back')}</ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}

/** What an agreement moves: to the buyer, to the merchant, the fee, the voucher's parts. */
async function moneyOf(detail: RefundDetail): Promise<Consequence[]> {
  const [t, format] = await Promise.all([getT('refund.decide'), getFormat()]);
  const { row } = detail;
  const shares = sharesOf(detail);
  if (!shares) return [];
  const counted = shares.voucherByMerchant + shares.voucherByPlatform;
  const voucher =
    counted > 0n
      ? t('voucherSplit', {
          amount: format.money(counted),
          merchant: format.money(shares.voucherByMerchant),
          platform: format.money(shares.voucherByPlatform),
        })
      : t('voucherGone', { amount: format.money(row.voucherAmount) });
  return [
    { label: t('toBuyer'), value: format.money(shares.toBuyer) },
    { label: t('toMerchant'), value: format.money(shares.toMerchant) },
    { label: t('fee'), value: format.money(shares.fee) },
    ...(row.voucherAmount > 0n ? [{ label: t('voucher'), value: voucher }] : []),
    { label: t('then'), value: t('thenClosed') },
  ];
}
