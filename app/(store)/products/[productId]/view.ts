import { merchantView } from '@/components/product/merchant-view';
import type { ProductView, SupportView } from '@/components/product/product-view';
import type { PurchaseWords } from '@/components/product/purchase-box';
import type { Locale } from '@/lib/i18n/locales';
import { getT } from '@/lib/i18n/server';
import type { StoreProduct } from '@/lib/workflows/product/queries';
import { BUY_COMPLAINTS } from '@/lib/workflows/product/sellable';

/** What the product page shows of a live product, as plain data. */
export function storeView(
  { product, specs, merchant, category, topCategory }: StoreProduct,
  support: SupportView[],
  locale: Locale,
): ProductView {
  const { content } = product;
  const name = (row: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? row.nameEn : row.nameZh;
  return {
    id: product.id,
    name: product.name,
    productVersion: product.productVersion,
    logoFileId: product.logoFileId,
    pictureFileIds: content.pictureFileIds,
    summary: content.summary,
    description: content.description,
    highlights: content.highlights,
    cases: content.cases,
    category: [topCategory, category].flatMap((row) => (row ? [name(row)] : [])),
    categoryIds: [topCategory, category].flatMap((row) => (row ? [row.id] : [])),
    tags: content.tags,
    deliveryPeriodDays: content.deliveryPeriodDays,
    requirementStep: content.flow.requirementStep,
    specs: specs.map((spec) => ({
      id: spec.id,
      name: spec.name,
      description: spec.description,
      skus: spec.skus.map(({ id, billing, attributes, price, quantity }) => ({
        id,
        billing,
        attributes,
        price,
        quantity: quantity ?? null,
      })),
    })),
    merchant: merchantView(merchant),
    support,
    agreementFileId: content.agreementFileId,
    guideFileId: content.guideFileId,
    requirementTemplateFileId: content.requirementTemplateFileId,
    deliveryTemplateFileId: content.deliveryTemplateFileId,
  };
}

/** The purchase box's words in the reader's language. */
export async function purchaseWords(): Promise<PurchaseWords> {
  const [t, errors] = await Promise.all([getT('product.page'), getT('product.error.buy')]);
  return {
    spec: t('spec'),
    billing: t('billing'),
    billings: {
      oneTime: t('billings.oneTime'),
      month: t('billings.month'),
      year: t('billings.year'),
    },
    quantity: t('quantity'),
    periods: { oneTime: '', month: t('periods.month'), year: t('periods.year') },
    total: t('total'),
    buy: t('buy'),
    unavailable: t('unavailable'),
    complaints: Object.fromEntries(BUY_COMPLAINTS.map((key) => [key, errors(key)])),
  };
}
