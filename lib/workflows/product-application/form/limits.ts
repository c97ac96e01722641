/** Bounds of the form, read from the settings once and handed to browser and server alike. */
export interface FormLimits {
  nameLength: number;
  specs: number;
  skus: number;
  enumerations: number;
  pictures: number;
  highlights: number;
  cases: number;
  tags: number;
  deliveryDays: number;
  /** Whether this product class must define its acceptance criteria. */
  deliveryTemplate: boolean;
  /** Leaves of the catalogue that are in use. */
  leafIds: string[];
  billings: readonly string[];
}

/** Most that one price may be, in fen: just below ten million yuan. */
export const MAX_PRICE = 999_999_999n;

/** Spaces are no answer; the server cuts them off when it saves. */
export const isBlank = (text: string): boolean => text.trim() === '';

export interface Complaint {
  key: string;
  params?: Record<string, string | number>;
}

/** Complaint per field: dotted path → catalog key with values. */
export type Complaints = Record<string, Complaint>;

/** Pages of the wizard, in order. */
export const STEPS = ['access', 'basic', 'qualification', 'business', 'preview'] as const;
export type Step = (typeof STEPS)[number];

const STEP_OF: Record<string, Step> = {
  name: 'access',
  productVersion: 'access',
  logoFileId: 'access',
  flow: 'access',
  deliveryPeriodDays: 'access',
  requirementTemplateFileId: 'access',
  deliveryTemplateFileId: 'access',
  pictureFileIds: 'basic',
  summary: 'basic',
  description: 'basic',
  highlights: 'basic',
  cases: 'basic',
  agreementFileId: 'qualification',
  guideFileId: 'qualification',
  supportGroupIds: 'qualification',
  software: 'qualification',
  copyrightFileIds: 'qualification',
  openSource: 'qualification',
  openSourceFileId: 'qualification',
  selfChecks: 'qualification',
};

/** The page of the wizard that a field is on. */
export const stepOf = (field: string): Step => STEP_OF[field.split('.')[0] ?? ''] ?? 'business';
