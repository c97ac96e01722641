import type { ReactNode } from 'react';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';
import { validity } from './voucher-words';

/** Every rule of a batch, as its merchant, operators and holders read it. */
export function VoucherTerms({
  batch,
  specNames,
  portal,
  product,
  t,
  format,
}: {
  batch: VoucherRow;
  specNames: readonly string[];
  portal: 'merchant' | 'ops' | 'buyer';
  /** The product as a link, where it has a page. */
  product: ReactNode;
  t: Translate;
  format: Format;
}) {
  const { exclusions } = batch;
  return (
    <Section title={t('page.terms')}>
      <DescriptionList
        items={[
          { label: t('field.amount'), value: format.money(batch.amount) },
          { label: t('field.threshold'), value: format.money(batch.threshold) },
          { label: t('field.product'), value: product },
          {
            label: t('field.specs'),
            value: specNames.length > 0 ? specNames.join('; ') : t('page.allSpecs'),
          },
          ...(portal === 'merchant'
            ? []
            : [{ label: t('field.merchant'), value: batch.merchantName }]),
          { label: t('field.class'), value: t(`class.${batch.class}`) },
          { label: t('field.billing'), value: t(`billing.${batch.billing}`) },
          { label: t('field.orderType'), value: t(`orderType.${batch.orderType}`) },
          { label: t('field.validity'), value: validity(format, batch) },
          {
            label: t('field.exclusions'),
            value:
              exclusions.length > 0
                ? exclusions.map((one) => t(`exclusion.${one}`)).join('; ')
                : t('page.none'),
          },
          ...(portal === 'buyer'
            ? []
            : [
                { label: t('field.quantity'), value: format.count(batch.quantity) },
                { label: t('field.perUser'), value: format.count(batch.perUser) },
                {
                  label: t('field.distribution'),
                  value: t(`distribution.${batch.distribution}`),
                },
                {
                  label: t('field.showOnPage'),
                  value: t(batch.showOnPage ? 'page.yes' : 'page.no'),
                },
                { label: t('field.createdAt'), value: format.dateTime(batch.createdAt) },
                { label: t('field.issuedAt'), value: format.dateTime(batch.issuedAt) },
                ...(batch.endedAt
                  ? [{ label: t('field.endedAt'), value: format.dateTime(batch.endedAt) }]
                  : []),
                ...(batch.reason
                  ? [
                      {
                        label: t('field.reason'),
                        value:
                          batch.state === 'invalid' ? t(`cause.${batch.reason}`) : batch.reason,
                        wide: true,
                      },
                    ]
                  : []),
              ]),
        ]}
      />
    </Section>
  );
}
