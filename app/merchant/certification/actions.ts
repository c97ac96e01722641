'use server';

import { merchantAction, onRow } from '@/lib/action';
import {
  leaveCompanyPage,
  openCertification,
  prepareCertification,
  resubmitCertification,
  reviseCertification,
  saveCertification,
  submitCertification,
  updateCertification,
} from '@/lib/workflows/business-certification/commands';
import { revealBankNumber } from '@/lib/workflows/business-certification/reveal';

export const open = merchantAction(openCertification, {
  redirectTo: () => '/merchant/certification?step=company',
});
export const next = merchantAction(onRow(leaveCompanyPage));
export const save = merchantAction(onRow(saveCertification));
export const revise = merchantAction(onRow(reviseCertification));
export const prepare = merchantAction(onRow(prepareCertification));
export const submit = merchantAction(onRow(submitCertification));
export const resubmit = merchantAction(onRow(resubmitCertification));
export const update = merchantAction(onRow(updateCertification));
export const reveal = merchantAction(revealBankNumber);
