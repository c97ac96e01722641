import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a signature is good for, both ways, against replays. */
export const SIGNATURE_WINDOW = 300;

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 over time and body. */
export function signBody(secret: string, body: string, at: Date = new Date()): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`;
}

/** Does the signature belong to this body, and is it recent? Compared in constant time. */
export function signatureHolds(
  secret: string,
  body: string,
  signature: string | null,
  now: Date = new Date(),
): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '');
  if (!match) return false;
  const seconds = Number(match[1]);
  if (Math.abs(now.getTime() / 1000 - seconds) > SIGNATURE_WINDOW) return false;
  return timingSafeEqual(Buffer.from(match[2] as string, 'hex'), digest(secret, seconds, body));
}

const digest = (secret: string, seconds: number, body: string) =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
