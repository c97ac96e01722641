import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import type { OwnProduct } from '@/lib/workflows/product/own-queries';

/** What is listed, in short; what buyers read is on the product's own page. */
export async function ProductFacts({ found }: { found: OwnProduct }) {
  const { product, category, topCategory, restrictions } = found;
  const [t, tax, locale, format] = await Promise.all([
    getT('opsProduct'),
    getT('category.taxType'),
    currentLocale(),
    getFormat(),
  ]);
  const named = (row: { nameZh: string; nameEn: string } | undefined) =>
    row && (locale === 'en' ? row.nameEn : row.nameZh);
  const whole = restrictions.find(({ specId }) => specId === null);
  return (
    <Section title={t('detail.facts')}>
      <DescriptionList
        columns={3}
        items={[
          {
            label: t('field.merchant'),
            value: (
              <SmartLink className="link" href={`/ops/merchants/${product.merchantId}`}>
                {found.merchantName ?? product.merchantId}
              </SmartLink>
            ),
          },
          {
            label: t('field.category'),
            value: [named(topCategory), named(category)].filter(Boolean).join(' / '),
          },
          { label: t('field.sale'), value: t(product.publicSale ? 'sale.public' : 'sale.hidden') },
          { label: t('field.fromPrice'), value: format.money(product.fromPrice) },
          { label: t('field.taxType'), value: tax(product.taxType) },
          { label: t('field.fee'), value: `${product.feeRate / 100}%` },
          { label: t('field.listedAt'), value: format.dateTime(product.listedAt) },
          { label: t('field.stateSince'), value: format.dateTime(product.stateSince) },
          {
            label: t('field.allowList'),
            value: whole ? t('allowed', { count: whole.buyers.length }) : t('everybody'),
          },
          { label: t('field.id'), value: <code>{product.id}</code> },
          { label: t('field.summary'), value: product.content.summary, wide: true },
        ]}
      />
    </Section>
  );
}
