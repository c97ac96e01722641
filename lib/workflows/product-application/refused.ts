import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { evidence } from '@/db/schema';
import type { ProductProposal } from '@/db/schema/product-application';

const EVENTS = ['submit', 'resubmit', 'reject'];

/**
 * What had been handed in when a reviewer last rejected it, so that the next review sees what was changed since.
 * Nothing for an application that was never rejected.
 */
export async function lastRefused(
  tx: Tx,
  applicationId: string,
): Promise<ProductProposal | undefined> {
  const rows = await tx
    .select({ event: evidence.event, data: evidence.data })
    .from(evidence)
    .where(
      and(
        eq(evidence.noun, 'productApplication'),
        eq(evidence.subjectId, applicationId),
        inArray(evidence.event, EVENTS),
      ),
    )
    .orderBy(desc(evidence.seq))
    .limit(20);
  const rejection = rows.findIndex(({ event }) => event === 'reject');
  if (rejection < 0) return undefined;
  const handedIn = rows.slice(rejection + 1).find(({ event }) => event !== 'reject');
  return handedIn?.data.proposal as ProductProposal | undefined;
}
