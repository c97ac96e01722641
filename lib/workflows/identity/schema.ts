import { z } from 'zod';
import { approval, rejection } from '@/lib/review/outcome';
import { isCreditCode, plainCreditCode } from './credit-code';
import { isIdNumber, plainIdNumber } from './id-number';

const fileId = z.string().trim().min(1).max(60);
/** A form without any file sends no group of files; each file is then missing by itself. */
const papers = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess((value) => value ?? {}, z.object(shape));
const personName = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{M}·•.'’ -]+$/u, 'identity.error.name');

const personal = z.object({
  kind: z.literal('personal'),
  name: personName,
  idNumber: z
    .string()
    .transform(plainIdNumber)
    .pipe(z.string().min(1))
    .refine((number) => number === '' || isIdNumber(number, new Date()), 'identity.error.idNumber'),
  files: papers({ front: fileId, back: fileId }),
});

const enterprise = z.object({
  kind: z.literal('enterprise'),
  name: z.string().trim().min(2).max(100),
  creditCode: z
    .string()
    .transform(plainCreditCode)
    .pipe(z.string().min(1))
    .refine((code) => code === '' || isCreditCode(code), 'identity.error.creditCode'),
  legalPerson: personName,
  files: papers({ licence: fileId }),
});

/** What a person or a company hands in. */
export const identityForm = z.discriminatedUnion('kind', [personal, enterprise]);
export type IdentityForm = z.infer<typeof identityForm>;

/** Fields a reviewer can refuse, by kind. */
export const IDENTITY_FIELDS = {
  personal: ['name', 'idNumber', 'front', 'back'],
  enterprise: ['name', 'creditCode', 'legalPerson', 'licence'],
} as const;

export const identityInputs = {
  submit: identityForm,
  resubmit: identityForm,
  withdraw: z.object({}),
  confirm: approval,
  reject: rejection(['name', 'idNumber', 'front', 'back', 'creditCode', 'legalPerson', 'licence']),
  remind: z.object({}),
  supersede: z.object({}),
};
