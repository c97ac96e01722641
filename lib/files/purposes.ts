import type { Kind } from './kinds';
import type { ImageRule, VariantRule } from './rule';

const MB = 1024 * 1024;

const DOCUMENTS = ['pdf', 'doc', 'docx', 'ppt', 'pptx'] as const satisfies readonly Kind[];
const SHEETS = ['xls', 'xlsx'] as const satisfies readonly Kind[];
const ARCHIVES = ['zip', 'rar'] as const satisfies readonly Kind[];
const PICTURES = ['jpg', 'png'] as const satisfies readonly Kind[];
const MOVING = [...PICTURES, 'gif'] as const satisfies readonly Kind[];
/** Qualification documents: rar, zip, doc, docx, pdf, ppt, pptx (products.md 3.5). */
const QUALIFICATION = [...ARCHIVES, ...DOCUMENTS] as const;
const EVERYTHING = [...DOCUMENTS, ...SHEETS, ...ARCHIVES, ...MOVING] as const;

/** A scan or photo of a paper: legible when opened, small in lists. */
const PAPER = variants([1600, 1600], [240, 240]);

/** Who hands in files for a purpose: somebody acting for themselves, a member of a merchant, or staff. The first is usual. */
export type Uploader = 'buyer' | 'member' | 'operator';

export interface PurposeSpec {
  kinds: readonly Kind[];
  /** Bytes; 1 MB is 1024 × 1024. */
  maxBytes: number;
  by: readonly Uploader[];
  image?: Partial<Omit<ImageRule, 'maxPixels' | 'maxFrames'>>;
  /**
   * Others see only the pictures made anew: the original of a photo may tell where and with what it was taken. Kept
   * to its owner and to operations.
   */
  privateOriginal?: true;
  /** Section of the rule book, or `inferred` where it is silent. */
  rule: string;
}

/**
 * What files are handed in for. Kinds, sizes and picture bounds are the defaults of the settings
 * `files.<purpose>.…`; the rest is fixed.
 */
export const PURPOSES = {
  companyLogo: {
    kinds: PICTURES,
    maxBytes: 5 * MB,
    by: ['buyer', 'member'],
    image: { advised: { width: 168, height: 70 }, variants: variants([672, 320], [168, 80]) },
    rule: 'onboarding.md 3.1',
  },
  businessLicence: {
    kinds: [...PICTURES, 'pdf'],
    maxBytes: 5 * MB,
    by: ['buyer', 'member'],
    image: { variants: PAPER },
    rule: 'onboarding.md 3.1, inferred',
  },
  identityDocument: {
    kinds: [...PICTURES, 'pdf'],
    maxBytes: 5 * MB,
    by: ['buyer'],
    image: { variants: PAPER },
    rule: 'inferred',
  },
  productLogo: {
    kinds: PICTURES,
    maxBytes: 5 * MB,
    by: ['member'],
    image: {
      minWidth: 120,
      minHeight: 120,
      ratio: { width: 1, height: 1 },
      variants: variants([240, 240], [120, 120]),
    },
    rule: 'products.md 3.3',
  },
  productPicture: {
    kinds: MOVING,
    maxBytes: 5 * MB,
    by: ['member'],
    image: {
      minWidth: 800,
      minHeight: 600,
      ratio: { width: 4, height: 3 },
      variants: variants([1600, 1200], [400, 300], true),
    },
    rule: 'products.md 3.4',
  },
  descriptionImage: {
    kinds: PICTURES,
    maxBytes: 5 * MB,
    by: ['member'],
    image: {
      minWidth: 900,
      maxWidth: 1200,
      minHeight: 800,
      variants: variants([1136, 12_000], [240, 240]),
    },
    rule: 'products.md 3.4',
  },
  caseImage: {
    kinds: PICTURES,
    maxBytes: 5 * MB,
    by: ['member'],
    image: { variants: variants([1136, 12_000], [240, 240]) },
    rule: 'products.md 3.4, inferred',
  },
  serviceAgreement: qualification(),
  usageGuide: qualification(),
  copyrightCertificate: qualification(),
  openSourceStatement: qualification(),
  requirementTemplate: {
    kinds: [...SHEETS, 'doc', 'docx'],
    maxBytes: 20 * MB,
    by: ['member'],
    rule: 'products.md 3.2',
  },
  deliveryTemplate: {
    kinds: [...SHEETS, 'doc', 'docx', 'pdf'],
    maxBytes: 20 * MB,
    by: ['member'],
    rule: 'products.md 3.2',
  },
  requirementAttachment: {
    kinds: EVERYTHING,
    maxBytes: 20 * MB,
    by: ['buyer'],
    image: { variants: PAPER },
    rule: 'service-supervision.md 5, inferred',
  },
  deliveryProof: {
    kinds: EVERYTHING,
    maxBytes: 20 * MB,
    by: ['member'],
    image: { variants: PAPER },
    rule: 'service-supervision.md 5, inferred',
  },
  deliveryScreenshot: {
    kinds: MOVING,
    maxBytes: 5 * MB,
    by: ['member'],
    image: { variants: PAPER },
    rule: 'service-supervision.md 5, inferred',
  },
  appealEvidence: {
    kinds: EVERYTHING,
    maxBytes: 20 * MB,
    by: ['buyer', 'member'],
    image: { variants: PAPER },
    rule: 'service-supervision.md 7, inferred',
  },
  commitmentLetter: {
    kinds: [...PICTURES, 'pdf'],
    maxBytes: 20 * MB,
    by: ['member'],
    image: { variants: PAPER },
    rule: 'service-supervision.md 7, inferred',
  },
  refundProof: {
    kinds: EVERYTHING,
    maxBytes: 20 * MB,
    by: ['member'],
    image: { variants: PAPER },
    rule: 'orders-and-refunds.md 7.4, inferred',
  },
  voucherCustomers: {
    kinds: ['csv', 'xlsx'],
    maxBytes: 2 * MB,
    by: ['member'],
    rule: 'sales.md 1.1, inferred',
  },
  reviewPicture: {
    kinds: PICTURES,
    maxBytes: 5 * MB,
    by: ['buyer'],
    image: { variants: PAPER },
    privateOriginal: true,
    rule: 'buyer-centre.md 6, inferred',
  },
  bankSlip: {
    kinds: [...PICTURES, 'pdf'],
    maxBytes: 5 * MB,
    by: ['buyer'],
    image: { variants: PAPER },
    rule: 'inferred',
  },
  violationEvidence: {
    kinds: EVERYTHING,
    maxBytes: 20 * MB,
    by: ['operator'],
    image: { variants: PAPER },
    rule: 'onboarding.md 9, inferred',
  },
  violationAnswer: {
    kinds: EVERYTHING,
    maxBytes: 20 * MB,
    by: ['member'],
    image: { variants: PAPER },
    rule: 'onboarding.md 9, inferred',
  },
  invoiceWaiver: {
    kinds: [...PICTURES, ...DOCUMENTS],
    maxBytes: 10 * MB,
    by: ['member'],
    image: { variants: PAPER },
    rule: 'onboarding.md 6.1, inferred',
  },
  payoutSlip: {
    kinds: [...PICTURES, 'pdf'],
    maxBytes: 5 * MB,
    by: ['operator'],
    image: { variants: PAPER },
    rule: 'money.md 6, inferred',
  },
  feeInvoice: {
    kinds: [...PICTURES, 'pdf'],
    maxBytes: 5 * MB,
    by: ['operator'],
    image: { variants: PAPER },
    rule: 'money.md 8, inferred',
  },
  invoiceFile: {
    kinds: ['pdf', 'ofd'],
    maxBytes: 10 * MB,
    by: ['member'],
    rule: 'money.md 2.4',
  },
  /** Written by the house for the customer; nobody uploads it. */
  invoiceLetter: {
    kinds: ['pdf'],
    maxBytes: 5 * MB,
    by: [],
    rule: 'money.md 2.3',
  },
} as const satisfies Record<string, PurposeSpec>;

export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_NAMES = Object.keys(PURPOSES) as [Purpose, ...Purpose[]];
export const isPurpose = (name: unknown): name is Purpose =>
  typeof name === 'string' && Object.hasOwn(PURPOSES, name);

/** The table's row with its optional parts visible. */
export const purposeSpec = (purpose: Purpose): PurposeSpec => PURPOSES[purpose];

/** A large picture for pages and a small one for lists, each as the longest width and height in pixels. */
function variants(
  display: readonly [number, number],
  thumb: readonly [number, number],
  animated = false,
): readonly VariantRule[] {
  return [
    { name: 'display', width: display[0], height: display[1], animated },
    { name: 'thumb', width: thumb[0], height: thumb[1], animated: false },
  ];
}

function qualification() {
  return {
    kinds: QUALIFICATION,
    maxBytes: 20 * MB,
    by: ['member'],
    rule: 'products.md 3.5',
  } as const satisfies PurposeSpec;
}
