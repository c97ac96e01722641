import { randomBytes } from 'node:crypto';
import { hashSecret } from '@/lib/auth/secret';

/** Digits and letters that nobody mistakes for each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What seals the codes until they were read. */
export const CODES = 'voucher codes';
/** Characters of an activation code (sales.md 1.2); 80 random bits. */
const LENGTH = 16;

/** A new activation code. */
export function newCode(): string {
  return [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
}

/** As people read it: four groups of four. */
export const groupedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** A code as typed: spaces, dashes and small letters do not matter, nor O for 0 and I or L for 1. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign))
    ? code
    : undefined;
}

/** What is kept of a code. */
export const hashCode = (code: string): string => hashSecret(`voucher code ${code}`);
