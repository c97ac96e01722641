import { eq } from 'drizzle-orm';
import { topUps } from '@/db/schema';
import { accountAudience, operatorAudience } from '../audience';
import type { Notices, Resolve } from '../define';

/** Top-ups asked for: to finance; their result: to the buyer. */
const about =
  (audience: 'finance' | 'buyer'): Resolve =>
  async ({ tx, row }) => {
    const [topUp] = await tx.select().from(topUps).where(eq(topUps.id, row.subjectId));
    if (!topUp) return null;
    const receivers =
      audience === 'finance'
        ? await operatorAudience(tx, ['finance'])
        : await accountAudience(tx, topUp.buyerId, ['site', 'mail']);
    return {
      receivers,
      type: 'topUp.changed',
      params: {
        amount: topUp.amount,
        buyer: topUp.buyerName,
        payer: topUp.payerName ?? '',
        reason: topUp.reason ?? '',
        at: topUp.createdAt,
      },
      href:
        audience === 'finance' ? `/ops/top-ups/${topUp.id}` : `/buyer/balance/top-ups/${topUp.id}`,
    };
  };

export const topUpNotices: Notices = { finance: about('finance'), buyer: about('buyer') };
