import type { products, skus, specs } from '@/db/schema';
import type { ProductProposal, SkuDraft, SpecDraft } from '@/db/schema/product-application';

type ProductRow = typeof products.$inferSelect;
type SpecRow = typeof specs.$inferSelect;
type SkuRow = typeof skus.$inferSelect;

export interface LiveProduct {
  product: ProductRow;
  specs: SpecRow[];
  skus: SkuRow[];
}

/** A form with nothing filled in yet. */
export const emptyProposal = (): ProductProposal => ({
  name: '',
  productVersion: '',
  categoryId: '',
  publicSale: true,
  logoFileId: '',
  pictureFileIds: [],
  summary: '',
  description: '',
  highlights: [],
  cases: [],
  agreementFileId: '',
  guideFileId: '',
  supportGroupIds: [],
  software: false,
  copyrightFileIds: [],
  openSource: false,
  openSourceFileId: '',
  selfChecks: [],
  flow: { template: 'standard', requirementStep: true },
  deliveryPeriodDays: 0,
  requirementTemplateFileId: '',
  deliveryTemplateFileId: '',
  tags: [],
  shareRule: 'standard',
  seo: { title: '', keywords: '', description: '' },
  specs: [],
});

/** What is live, in the shape of an application: the start of a modification, and what it is compared with. */
export function proposalOf(live: LiveProduct): ProductProposal {
  const { product } = live;
  return {
    ...product.content,
    name: product.name,
    productVersion: product.productVersion,
    categoryId: product.categoryId,
    publicSale: product.publicSale,
    specs: live.specs
      .filter((spec) => spec.state === 'onSale')
      .sort((a, b) => a.position - b.position)
      .map((spec) =>
        specDraftOf(
          spec,
          live.skus.filter((sku) => sku.specId === spec.id && sku.state === 'onSale'),
        ),
      ),
  };
}

function specDraftOf(spec: SpecRow, rows: SkuRow[]): SpecDraft {
  const ordered = [...rows].sort((a, b) => a.position - b.position);
  return {
    key: spec.id,
    id: spec.id,
    name: spec.name,
    description: spec.description,
    hidden: spec.hidden,
    pricing: spec.pricing,
    billings: [...new Set(ordered.map((sku) => sku.billing))],
    attributes: spec.attributes,
    skus: ordered.map(skuDraftOf),
  };
}

const skuDraftOf = (sku: SkuRow): SkuDraft => ({
  id: sku.id,
  billing: sku.billing,
  values: sku.attributes.map(({ code, value }) => ({ code, value })),
  offered: true,
  price: String(sku.price),
  bands: sku.quantity && sku.quantity.mode !== 'linear' ? sku.quantity.bands : [],
});
