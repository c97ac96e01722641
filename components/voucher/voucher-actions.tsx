import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { EventButton } from '@/components/workflow/event-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { VoucherDetail } from '@/lib/workflows/voucher/queries';
import { validity } from './voucher-words';

/** What the merchant can do with a batch; each button says what happens to whom before it does. */
export function VoucherActions({
  detail: { voucher, figures },
  events,
  submit,
  end,
  t,
  format,
}: {
  detail: VoucherDetail;
  /** Events that are allowed from here. */
  events: readonly string[];
  submit: FormAction;
  end: FormAction;
  t: Translate;
  format: Format;
}) {
  const who =
    voucher.distribution === 'named'
      ? 'page.whoNamed'
      : voucher.showOnPage
        ? 'page.whoPublic'
        : 'page.whoCodes';
  const count = (value: number) => ({ count: value });
  return (
    <>
      {events.includes('void') && (
        <EventButton
          noun="voucher"
          event="void"
          row={voucher}
          action={end}
          danger
          intro={t('page.voidBody')}
          success={t('page.voidDone')}
          consequences={[
            { label: t('field.name'), value: voucher.name },
            {
              label: t('page.voidUnused'),
              value: t('page.voidUnusedText', count(figures.unused)),
            },
            {
              label: t('page.voidLocked'),
              value: t('page.voidLockedText', count(figures.locked)),
            },
            { label: t('page.voidUsed'), value: t('page.voidUsedText', count(figures.used)) },
          ]}
        />
      )}
      {events.includes('edit') && (
        <ButtonLink href={`/merchant/vouchers/${voucher.id}/edit`}>{t('event.edit')}</ButtonLink>
      )}
      {events.includes('submit') && (
        <EventButton
          noun="voucher"
          event="submit"
          row={voucher}
          action={submit}
          look="primary"
          intro={t(voucher.class === 'joint' ? 'page.submitJoint' : 'page.submitBody')}
          success={t('page.submitDone')}
          consequences={[
            { label: t('field.product'), value: voucher.productName },
            {
              label: t('field.amount'),
              value: t('chip.amount', {
                amount: format.money(voucher.amount),
                threshold: format.money(voucher.threshold),
              }),
            },
            { label: t('field.validity'), value: validity(format, voucher) },
            { label: t('page.who'), value: t(who) },
            {
              label: t('page.atMost'),
              value: `${format.money(voucher.amount * BigInt(voucher.quantity))} (${t('page.pieces', count(voucher.quantity))})`,
            },
          ]}
        />
      )}
    </>
  );
}
