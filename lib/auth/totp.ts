import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
const of = (secret: string, label = '', issuer = '') =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });

/** A new authenticator secret, base32. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32;

/** The address an authenticator app reads from the QR code. */
export const totpUri = (secret: string, label: string, issuer: string) =>
  of(secret, label, issuer).toString();

/**
 * The time step a code belongs to, one step of clock drift either way; nothing when it is wrong or not newer than
 * `usedStep`, so that a code works once.
 */
export function totpStep(
  secret: string,
  code: string,
  at: Date,
  usedStep: number | null,
): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = of(secret).validate({ token, timestamp: at.getTime(), window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(at.getTime() / 1000 / PERIOD) + delta;
  return usedStep !== null && step <= usedStep ? undefined : step;
}

/** The code of a secret at a moment. */
export const totpCode = (secret: string, at: Date) =>
  of(secret).generate({ timestamp: at.getTime() });

const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';

/** Recovery codes such as `k7m2p-x9qrt`: 30 letters and digits that are not mistaken for one another. */
export function newRecoveryCodes(count = 10): string[] {
  return Array.from({ length: count }, () => {
    const text = Array.from(randomBytes(10), (byte) => LETTERS[byte % LETTERS.length]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}

/** A recovery code as it is hashed: typed with or without the hyphen, in any case. */
export const plainRecoveryCode = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '');
