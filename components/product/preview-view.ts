import type { ProductProposal } from '@/db/schema/product-application';
import { quantityOf } from '@/lib/workflows/product/quantity';
import type { MerchantView, ProductView, SupportView } from './product-view';

/** What a product will look like, from an application; what is not filled in yet stays empty. */
export function previewView(
  proposal: ProductProposal,
  around: { category: string[]; merchant: MerchantView; support: SupportView[] },
): ProductView {
  return {
    ...around,
    id: 'preview',
    name: proposal.name,
    productVersion: proposal.productVersion,
    logoFileId: proposal.logoFileId,
    pictureFileIds: proposal.pictureFileIds,
    summary: proposal.summary,
    description: proposal.description,
    highlights: proposal.highlights,
    cases: proposal.cases,
    tags: proposal.tags,
    deliveryPeriodDays: proposal.deliveryPeriodDays,
    requirementStep: proposal.flow.requirementStep,
    agreementFileId: proposal.agreementFileId,
    guideFileId: proposal.guideFileId,
    requirementTemplateFileId: proposal.requirementTemplateFileId,
    deliveryTemplateFileId: proposal.deliveryTemplateFileId,
    specs: proposal.specs.map((spec) => ({
      id: spec.key,
      name: spec.name,
      description: spec.description,
      hidden: spec.hidden,
      skus: spec.skus
        .filter((sku) => sku.offered)
        .map((sku, i) => ({
          id: `${spec.key}-${i}`,
          billing: sku.billing,
          price: BigInt(sku.price || sku.bands[0]?.price || '0'),
          quantity: quantityOf(spec, sku),
          attributes: sku.values.map(({ code, value }) => ({
            code,
            value,
            name: spec.attributes.find((one) => one.code === code)?.name ?? code,
          })),
        })),
    })),
  };
}
