import { and, eq, inArray, lt } from 'drizzle-orm';
import { files } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { dropContent, lockContent } from './content';
import { clearSpool } from './spool';

const ROUND = 100;
const HOUR = 3_600_000;
const HOUSE = system('unused files');

/**
 * Removes files that nobody attached in time (`files.unattachedHours`). First the rows are marked, so that nothing
 * can use them any more; then, one by one, bytes and row go. A round that is cut off is taken up by the next.
 */
export async function expireFiles(): Promise<{ done: number; more: boolean }> {
  await clearSpool();
  const marked = await markExpired();
  for (const { id } of marked) await removeExpired(id);
  return { done: marked.length, more: marked.length === ROUND };
}

function markExpired() {
  return withActor(HOUSE, async ({ tx, now }) => {
    const hours = await settingReader(tx, now)('files.unattachedHours');
    const due = tx
      .select({ id: files.id })
      .from(files)
      .where(
        and(
          eq(files.state, 'uploaded'),
          lt(files.updatedAt, new Date(now.getTime() - hours * HOUR)),
        ),
      )
      .limit(ROUND)
      .for('update', { skipLocked: true });
    await tx.update(files).set({ state: 'expired', updatedAt: now }).where(inArray(files.id, due));
    return tx.select({ id: files.id }).from(files).where(eq(files.state, 'expired')).limit(ROUND);
  });
}

function removeExpired(id: string): Promise<void> {
  return change(
    HOUSE,
    { noun: 'file', action: 'expire', permission: 'file.expire' },
    async ({ tx }) => {
      const [row] = await tx.select().from(files).where(eq(files.id, id));
      if (!row) throw new Error(`file ${id} is gone already`);
      await lockContent(tx, row.sha256);
      await dropContent(tx, row);
      await tx.delete(files).where(eq(files.id, id));
      const { accountId, merchantId, name, sha256, size } = row;
      return {
        subjectId: id,
        stream: `file:${id}`,
        tenant: { accountId, merchantId },
        before: { name, size, sha256 },
        value: undefined,
      };
    },
  );
}
