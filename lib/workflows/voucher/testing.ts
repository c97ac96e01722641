import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { vouchers } from '@/db/schema';
import { DomainError } from '@/lib/errors';

/** What a command that must not go through complains about. */
export const failure = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => {
      throw new Error('it went through');
    },
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error;
    },
  );
/** The key or code of that complaint. */
export const refusal = async (work: Promise<unknown>) => {
  const { code, detail } = await failure(work);
  return detail.key ?? code;
};
/** The state of a batch as it is written. */
export const stateOf = async (id: string) =>
  (await getDatabase().select().from(vouchers).where(eq(vouchers.id, id)))[0]?.state;
