import { z } from 'zod';
import { approval, rejection } from '@/lib/review/outcome';
import { CERTIFICATION_FIELDS, certificationDraft } from './form';

export const businessCertificationInputs = {
  open: z.object({}),
  save: certificationDraft,
  /** Judged in the effect against the rules of the moment. */
  submit: z.object({}).loose(),
  pass: approval,
  reject: rejection(CERTIFICATION_FIELDS),
  unlock: z.object({
    ticket: z.string().trim().min(1).max(60),
    note: z.string().trim().min(1).max(1000),
  }),
};

export type UnlockInput = z.infer<typeof businessCertificationInputs.unlock>;
