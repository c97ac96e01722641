import { eq, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

/** What a person sees of its own account; no hash and no secret leaves. */
const shown = {
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  phone: accounts.phone,
  locale: accounts.locale,
  totpConfirmedAt: accounts.totpConfirmedAt,
  realNameKind: accounts.realNameKind,
  realName: accounts.realName,
  creditCode: accounts.creditCode,
  realNameAt: accounts.realNameAt,
  isSubAccount: accounts.isSubAccount,
  isPartnerAdmin: accounts.isPartnerAdmin,
  programmes: accounts.programmes,
  createdAt: accounts.createdAt,
  /** False for people who sign in through a provider only. */
  hasPassword: sql<boolean>`${accounts.passwordHash} is not null`,
};

export type OwnAccount = Pick<
  typeof accounts.$inferSelect,
  Exclude<keyof typeof shown, 'hasPassword'>
> & { hasPassword: boolean };

/** The actor's own account; null for visitors. */
export function getOwnAccount(actor: Actor): Promise<OwnAccount | null> {
  return withActor(actor, async ({ tx }) => {
    const id = accountOf(actor);
    if (!id) return null;
    const [account] = await tx.select(shown).from(accounts).where(eq(accounts.id, id));
    return account ?? null;
  });
}
