import type { ProductProposal } from '@/db/schema/product-application';
import { imagesOfHtml } from '@/lib/workflows/product/html';

export interface FileField {
  field: string;
  purpose:
    | 'productLogo'
    | 'productPicture'
    | 'descriptionImage'
    | 'serviceAgreement'
    | 'usageGuide'
    | 'copyrightCertificate'
    | 'openSourceStatement'
    | 'requirementTemplate'
    | 'deliveryTemplate';
  ids: string[];
  /** Whether buyers may read it once the product is on sale; certificates are for reviewers alone. */
  open: boolean;
}

/** Every field of a proposal that carries uploads (products.md 3.4, 3.5). */
export function fileFields(proposal: ProductProposal): FileField[] {
  const one = (
    field: keyof ProductProposal,
    purpose: FileField['purpose'],
    open = true,
  ): FileField => {
    const value = proposal[field];
    const ids = Array.isArray(value) ? (value as string[]) : [value as string];
    return { field, purpose, open, ids: ids.filter(Boolean) };
  };
  return [
    one('logoFileId', 'productLogo'),
    one('pictureFileIds', 'productPicture'),
    {
      field: 'description',
      purpose: 'descriptionImage',
      open: true,
      ids: [...new Set(imagesOfHtml(proposal.description))],
    },
    one('agreementFileId', 'serviceAgreement'),
    one('guideFileId', 'usageGuide'),
    one('copyrightFileIds', 'copyrightCertificate', false),
    one('openSourceFileId', 'openSourceStatement'),
    one('requirementTemplateFileId', 'requirementTemplate'),
    one('deliveryTemplateFileId', 'deliveryTemplate'),
  ];
}

export const fileIdsOf = (proposal: ProductProposal): string[] =>
  fileFields(proposal).flatMap(({ ids }) => ids);
