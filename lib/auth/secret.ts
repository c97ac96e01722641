import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** A secret for a link in a mail: 256 random bits that survive every mail program. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What is kept of a secret that is random already; not for passwords. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `guildhall ${purpose}`, 32));

/** Encrypts a short text under the installation's secret, so that a copy of the database alone does not reveal it. */
export function seal(purpose: string, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * Decrypts what `seal` made.
 * @throws when it was altered or sealed under another secret
 */
export function unseal(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
