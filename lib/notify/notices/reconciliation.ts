import { eq } from 'drizzle-orm';
import { reconciliations } from '@/db/schema';
import { operatorAudience } from '../audience';
import type { Notices } from '../define';

/** Finance hears of differences that a run found; a run that was let go meanwhile concerns nobody. */
export const reconciliationNotices: Notices = {
  finance: async ({ tx, row }) => {
    const [run] = await tx
      .select({ differences: reconciliations.differences, at: reconciliations.startedAt })
      .from(reconciliations)
      .where(eq(reconciliations.id, row.subjectId));
    if (!run?.at || !run.differences) return null;
    return {
      receivers: await operatorAudience(tx, ['finance']),
      type: 'reconciliation.differs',
      params: { count: run.differences, at: run.at },
      href: '/ops/reconciliation',
    };
  },
};
