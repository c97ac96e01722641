/** Fields of a merchant's profile in the order of the form; what a reviewer compares and gives reasons for. */
export const PROFILE_FIELDS = [
  'companyName',
  'website',
  'platformContact',
  'logoFileId',
  'yearsInBusiness',
  'employees',
  'registeredCapital',
  'licenceFileId',
  'introduction',
  'businessContact',
  'address',
  'servicePhone',
  'serviceEmail',
  'serviceTime',
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];
