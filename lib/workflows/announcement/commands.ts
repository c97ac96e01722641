import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { announcements, merchants, violations } from '@/db/schema';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { invalid } from '@/lib/errors';
import { announcement } from './machine';
import type { announcementInputs } from './schema';

type Written = z.infer<typeof announcementInputs.save>;

/** The columns that an author fills, with the merchant's name as it is now. */
async function columnsOf(tx: Tx, { merchantId, ...input }: Written) {
  const { title, body, behaviour, result, decidedOn } = input;
  const [merchant] = merchantId
    ? await tx.select().from(merchants).where(eq(merchants.id, merchantId))
    : [];
  if (merchantId && !merchant) throw invalid({ merchantId: 'announcement.error.merchantUnknown' });
  const about = { merchantId: merchant?.id ?? null, merchantName: merchant?.name ?? '' };
  return { title, body, behaviour, result, decidedOn, ...about };
}

export const announcementWorkflow = bindWorkflow(announcement, {
  table: announcements,
  stream: (row) => `announcement:${row.id}`,
  tenant: () => ({}),
  title: (row) => row.title['zh-CN'],
  effects: {
    write: async ({ tx, input }) => {
      const [violation] = input.violationId
        ? await tx
            .select({ id: violations.id, merchantId: violations.merchantId })
            .from(violations)
            .where(eq(violations.id, input.violationId))
        : [];
      if (input.violationId && violation?.merchantId !== input.merchantId)
        throw invalid({ merchantId: 'announcement.error.otherMerchant' });
      return { ...(await columnsOf(tx, input)), violationId: violation?.id ?? null };
    },
    save: async ({ tx, input }) => columnsOf(tx, input),
    publish: async ({ now }) => ({ publishedAt: now }),
    withdraw: async ({ row, input, tell }) => {
      tell({ reason: input.reason, wasPublished: row.state === 'published' });
      return { withdrawReason: input.reason };
    },
  },
});

/** Starts a notice. `(actor, { title, body, merchantId?, behaviour, result, decidedOn, violationId? })` */
export const writeAnnouncement = opening(announcementWorkflow, 'write');
export const saveAnnouncement = command(announcementWorkflow, 'save');
/** Puts it on the public page. */
export const publishAnnouncement = command(announcementWorkflow, 'publish');
/** Takes it off, with a reason on record. `(actor, id, { reason })` */
export const withdrawAnnouncement = command(announcementWorkflow, 'withdraw');
