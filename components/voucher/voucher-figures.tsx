import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { VoucherFigures as Figures } from '@/lib/workflows/voucher/queries';

const COUNTS = [
  'issued',
  'given',
  'left',
  'codesOpen',
  'unused',
  'locked',
  'used',
  'returned',
  'expired',
  'ended',
  'orders',
] as const;

/** What became of a batch, with the way to every single piece. */
export function VoucherFigures({
  figures,
  usageHref,
  t,
  format,
}: {
  figures: Figures;
  usageHref: string;
  t: Translate;
  format: Format;
}) {
  return (
    <Section
      title={t('page.figures')}
      description={t('page.figuresLead')}
      actions={
        <ButtonLink href={usageHref} size="sm">
          {t('page.usage')}
        </ButtonLink>
      }
    >
      <DescriptionList
        columns={3}
        short
        items={[
          ...COUNTS.map((name) => ({
            label: t(`field.${name}`),
            value: format.count(figures[name]),
          })),
          { label: t('field.amountUsed'), value: format.money(figures.amountUsed) },
        ]}
      />
    </Section>
  );
}
