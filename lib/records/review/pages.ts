/** Where operators decide on an application of each noun; a test holds it to the workflows and pages there are. */
export const REVIEW_PAGES: Record<string, string> = {
  identity: '/ops/identities',
  onboarding: '/ops/onboarding',
  profileEdit: '/ops/profile-edits',
  businessCertification: '/ops/certifications',
  productApplication: '/ops/applications',
  topUp: '/ops/top-ups',
  voucher: '/ops/vouchers',
  supervision: '/ops/supervision',
  merchantExit: '/ops/exits',
  productReview: '/ops/product-reviews',
};

/** The page of one application. */
export const reviewPage = (noun: string, subjectId: string): string =>
  `${REVIEW_PAGES[noun] ?? '/ops/queue'}/${subjectId}`;
