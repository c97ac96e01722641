import type { SkuAttribute } from '@/db/schema/product';
import type { PricedSku } from '@/lib/workflows/product/pricing';

export interface SkuView extends PricedSku {
  id: string;
  attributes: SkuAttribute[];
}

export interface SpecView {
  id: string;
  name: string;
  description: string;
  /** Not offered on the page: only by its own link. */
  hidden?: boolean;
  skus: SkuView[];
}

export interface SupportView {
  content: string;
  hours: string;
  phone: string;
  mailbox: string;
}

export interface MerchantView {
  name: string;
  introduction: string;
  logoFileId: string;
  /** Absent in a preview. */
  href?: string;
  website?: string;
  servicePhone: string;
  serviceEmail: string;
}

/** What a customer sees of a product, from a live row or from an application under preview; plain data. */
export interface ProductView {
  id: string;
  name: string;
  productVersion: string;
  logoFileId: string;
  pictureFileIds: string[];
  summary: string;
  /** Sanitized HTML. */
  description: string;
  highlights: string[];
  cases: { title: string; background: string; improvement: string }[];
  /** Top category and leaf, in the reader's words. */
  category: string[];
  /** Ids of the same, where they lead to a shelf. */
  categoryIds?: string[];
  tags: string[];
  /** Calendar days. */
  deliveryPeriodDays: number;
  requirementStep: boolean;
  specs: SpecView[];
  merchant: MerchantView;
  support: SupportView[];
  agreementFileId: string;
  guideFileId: string;
  requirementTemplateFileId: string;
  deliveryTemplateFileId: string;
}
