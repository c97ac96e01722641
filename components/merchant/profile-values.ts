import type { UploadedFile } from '@/components/ui/upload';

interface ContactValues {
  name?: string;
  mobile?: string;
  email?: string;
}

/** The form as it is being filled in: words, whatever they are. */
export interface ProfileValues {
  website?: string;
  platformContact?: ContactValues & { has?: string };
  yearsInBusiness?: string;
  employees?: string;
  registeredCapital?: string | number;
  introduction?: string;
  businessContact?: ContactValues;
  address?: {
    country?: string;
    province?: string;
    city?: string;
    street?: string;
    postalCode?: string;
  };
  servicePhone?: string;
  serviceEmail?: string;
  serviceTime?: { days?: string | number; hours?: string | number };
}

/** What one upload field says and holds. */
export interface UploadField {
  hint: string;
  accept: string;
  files: UploadedFile[];
}

/** Why a reviewer refused a field, as the applicant reads it. */
export interface ReviewerReason {
  field: string;
  rule?: string;
  text: string;
}
