import { and, isNull, sql } from 'drizzle-orm';
import { operators } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { addOperator } from './commands';

/**
 * Makes an account the first administrator. Answers false when there is one already: from then on staff are added by
 * administrators.
 * @throws DomainError invalid (`email`) when there is no such account with a confirmed mailbox
 */
export async function nameFirstAdmin(email: string): Promise<boolean> {
  const actor = system('command line');
  const [there] = await withActor(actor, ({ tx }) =>
    tx
      .select({ id: operators.id })
      .from(operators)
      .where(and(isNull(operators.disabledAt), sql`${operators.roles} ? 'admin'`))
      .limit(1),
  );
  if (there) return false;
  await addOperator(actor, { email, roles: ['admin'] });
  return true;
}
