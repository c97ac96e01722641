import { z } from 'zod';
import { setting } from '../define';
import { hints } from '../hints';

const allowance = (limit: number, seconds: number) =>
  setting({
    schema: z
      .object({
        limit: z.number().int().min(1).max(100_000),
        seconds: z.number().int().min(1).max(86_400).register(hints, { unit: 'seconds' }),
      })
      .register(hints, { words: 'settingTable.allowance' }),
    default: { limit, seconds },
    unit: 'table',
    rule: 'design.md 3.14',
  });

/** How often things may be tried: `limit` times in `seconds`. */
export const limitSettings = {
  /** Sign-in, per e-mail and network address. */
  'limit.signIn': allowance(10, 900),
  /** Sign-in, per e-mail from anywhere. */
  'limit.signInAccount': allowance(50, 900),
  /** Sign-in, per network address for all e-mails. */
  'limit.signInAddress': allowance(200, 900),
  'limit.signUp': allowance(20, 3600),
  /** Mails with a link, per receiving address. */
  'limit.mailTo': allowance(5, 3600),
  /** Mails with a link, per network address. */
  'limit.mailFrom': allowance(50, 3600),
  /** One-time codes, per account. */
  'limit.totp': allowance(8, 900),
  /** Links from mails that are opened, per network address. */
  'limit.token': allowance(60, 900),
  /** Password changes and the like, per account. */
  'limit.sensitive': allowance(20, 900),
  /** Files sent, per account. */
  'limit.upload': allowance(300, 3600),
  /** Activation codes of vouchers, per account. */
  'limit.voucherCode': allowance(10, 900),
  /** Activation codes of vouchers, per network address. */
  'limit.voucherCodeAddress': allowance(60, 900),
};
