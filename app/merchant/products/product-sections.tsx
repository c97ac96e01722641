import type { ReactNode } from 'react';
import { SpecRows, type SpecRowView } from '@/components/product/spec-rows';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Difference } from '@/components/workflow/difference';
import type { Actor } from '@/lib/auth/actor';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import type { OwnProduct, OwnSpec } from '@/lib/workflows/product/own-queries';
import { comparedContent } from '../applications/compared-view';

export interface ProductSectionsProps {
  actor: Actor;
  view: OwnProduct;
  /** Buttons of a specification and of a SKU. */
  specActions?: (spec: OwnSpec) => ReactNode;
  skuActions?: (spec: OwnSpec, skuId: string) => ReactNode;
}

/** What a listed product is, for its merchant and for operators: facts, specifications, content. */
export async function ProductSections({
  actor,
  view,
  specActions,
  skuActions,
}: ProductSectionsProps) {
  const [t, format, locale, fields] = await Promise.all([
    getT('product'),
    getFormat(),
    currentLocale(),
    comparedContent(actor, view),
  ]);
  const { product } = view;
  const name = (row: { nameZh: string; nameEn: string } | undefined) =>
    (locale === 'en' ? row?.nameEn : row?.nameZh) ?? '';
  const notesOf = ({ stock, limit }: OwnSpec): string[] => [
    ...(stock
      ? [
          t('stockNote', {
            available: format.count(stock.total - stock.consumed),
            total: format.count(stock.total),
          }),
        ]
      : []),
    ...(limit?.times ? [t('limitTimes', { count: limit.times })] : []),
    ...(limit?.quantity ? [t('limitQuantity', { count: limit.quantity })] : []),
    ...(limit?.untilExpiry ? [t('limitUntilExpiry')] : []),
  ];
  const specs = view.specs.map((spec): SpecRowView => {
    const onSale = spec.state === 'onSale';
    return {
      id: spec.id,
      name: spec.name,
      description: spec.description,
      state: spec.state,
      hidden: spec.hidden,
      ...(spec.hidden && onSale ? { link: `/products/${product.id}?spec=${spec.id}` } : {}),
      notes: onSale ? notesOf(spec) : [],
      actions: onSale ? specActions?.(spec) : undefined,
      skus: spec.skus.map((sku) => ({
        id: sku.id,
        state: sku.state,
        label: [...sku.attributes.map(({ value }) => value), t(`billing.${sku.billing}`)].join(
          ' · ',
        ),
        price: sku.price,
        quantity: sku.quantity ?? null,
        taxType: sku.taxType,
        actions: onSale && sku.state === 'onSale' ? skuActions?.(spec, sku.id) : undefined,
      })),
    };
  });
  return (
    <>
      <Section title={t('detail.about')}>
        <DescriptionList
          columns={3}
          items={[
            { label: t('detail.id'), value: product.id },
            { label: t('detail.class'), value: t(`class.${product.class}`) },
            { label: t('detail.deliveryType'), value: t(`deliveryType.${product.deliveryType}`) },
            {
              label: t('list.category'),
              value: [name(view.topCategory), name(view.category)].filter(Boolean).join(' / '),
            },
            { label: t('detail.taxType'), value: t(`tax.${product.taxType}`) },
            {
              label: t('list.sale'),
              value: t(product.publicSale ? 'list.public' : 'list.hidden'),
            },
            { label: t('detail.feeRate'), value: `${product.feeRate / 100}%` },
            { label: t('list.listedAt'), value: format.dateTime(product.listedAt) },
            {
              label: t('detail.restricted'),
              value:
                view.restrictions.length > 0
                  ? t('detail.restrictedTo', {
                      count: view.restrictions.reduce((sum, list) => sum + list.buyers.length, 0),
                    })
                  : t('detail.everybody'),
            },
          ]}
        />
      </Section>
      <Section title={t('detail.specs')}>
        <SpecRows specs={specs} />
      </Section>
      <Section title={t('detail.content')} flush>
        <Difference fields={fields} first />
      </Section>
    </>
  );
}
