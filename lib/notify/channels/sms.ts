import { env } from '@/lib/env';
import type { MessageRow, Sent } from '../channel';

/**
 * Posts the text to the configured SMS provider; without one the message is held, and operators see it. A try whose
 * answer was lost is repeated under the same key, by which the provider tells a repetition.
 */
export async function sendSms(message: MessageRow): Promise<Sent> {
  const { SMS_URL, SMS_TOKEN } = env();
  if (!SMS_URL) return 'held';
  const response = await fetch(SMS_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': message.id,
      ...(SMS_TOKEN ? { authorization: `Bearer ${SMS_TOKEN}` } : {}),
    },
    body: JSON.stringify({ id: message.id, to: message.address, text: message.body }),
    signal: AbortSignal.timeout(15_000),
  });
  if (!response.ok) throw new Error(`SMS provider answered ${response.status}`);
  return 'sent';
}
