import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmSubmit } from '@/components/ui/confirm-submit';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { fenToYuan } from '@/lib/i18n/format';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import type { RefundOffer } from '@/lib/workflows/refund/queries';

/** The buyer's request: how much, why, and whether the merchant may call; asked once more before it goes (7.4). */
export async function RefundForm({ offer, action }: { offer: RefundOffer; action: FormAction }) {
  const [t, format, locale] = await Promise.all([getT('refund'), getFormat(), currentLocale()]);
  const { order, paid, reasons, decideDays, terms } = offer;
  const back = `/buyer/orders/${order.id}`;
  const none = '–';
  return (
    <Card>
      <ActionForm
        action={action}
        hidden={{ orderId: order.id }}
        draftKey={`refund-${order.id}-${offer.rounds}`}
        success={t('form.sent')}
        redirectTo="/buyer/refunds/{id}"
      >
        <Field
          name="amount"
          label={t('form.amount')}
          hint={t('form.amountHint', { paid: format.money(paid) })}
          required
        >
          <MoneyInput defaultValue={fenToYuan(paid)} />
        </Field>
        <Field name="reason" label={t('field.reason')} hint={t('form.reasonHint')} required>
          <Select
            placeholder={t('form.choose')}
            options={reasons.map(({ key, name }) => ({ value: key, label: name[locale] }))}
          />
        </Field>
        <Field name="explanation" label={t('field.explanation')} hint={t('form.explanationHint')}>
          <Textarea max={1000} rows={4} />
        </Field>
        <Field name="share">
          <Checkbox hint={t('form.shareHint')}>{t('form.share')}</Checkbox>
        </Field>
        <div className="flex flex-wrap gap-2">
          <ConfirmSubmit
            trigger={t('form.submit')}
            title={t('form.confirmTitle')}
            intro={t('form.confirmIntro')}
            confirm={t('form.submit')}
            echo={[
              { name: 'amount', label: t('form.amount'), none, before: '¥' },
              { name: 'reason', label: t('field.reason'), none },
              { name: 'explanation', label: t('field.explanation'), none },
              {
                name: 'share',
                label: t('field.share'),
                none: t('form.shareNo'),
                ticked: t('form.shareYes'),
              },
            ]}
            consequences={[
              ...(order.voucherAmount > 0n && !terms.voucherBack
                ? [
                    {
                      label: t('form.voucher'),
                      value: t('form.voucherLost', { amount: format.money(order.voucherAmount) }),
                    },
                  ]
                : []),
              { label: t('form.money'), value: t('form.moneyHeld') },
              {
                label: t('form.thenLabel'),
                value: t('form.then', { merchant: order.merchantName, days: decideDays }),
              },
            ]}
          />
          <ButtonLink href={back}>{t('form.back')}</ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
