import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { dayOf } from '@/lib/time/working-days';

/** What forms tell beforehand: rules of the moment, and today as `2026-11-21`. */
export function voucherLimits(
  actor: Actor,
): Promise<{ months: number; codesMost: number; today: string; timeZone: string }> {
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const timeZone = await setting('site.timeZone');
    return {
      months: await setting('voucher.validMonths'),
      codesMost: await setting('voucher.codesMost'),
      today: dayOf(now, timeZone),
      timeZone,
    };
  });
}
