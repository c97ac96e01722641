import { eq } from 'drizzle-orm';
import { letters } from '@/db/schema';
import { accountAudience } from '../audience';
import type { Notices } from '../define';

/** The explanation letter is there: told to who asked for it. */
export const letterNotices: Notices = {
  buyer: async ({ tx, row }) => {
    const [letter] = await tx.select().from(letters).where(eq(letters.id, row.subjectId));
    if (!letter?.fileId) return null;
    return {
      receivers: await accountAudience(tx, letter.buyerId, ['site', 'mail']),
      params: { order: letter.orderNumber, product: letter.productName, until: letter.keptUntil },
      href: `/buyer/invoices/letters/${letter.id}`,
      type: 'letter.ready',
      fileIds: [letter.fileId],
    };
  },
};
