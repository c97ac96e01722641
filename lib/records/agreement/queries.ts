import { and, desc, eq, lt, lte, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, agreementSignatures, agreements } from '@/db/schema';
import type { AgreementKind } from '@/db/schema/agreement';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';

export type Agreement = typeof agreements.$inferSelect;
export type Signature = typeof agreementSignatures.$inferSelect;

/** The version of an agreement that holds at `at`: the newest one in effect. Undefined before the first. */
export async function currentAgreement(
  tx: Tx,
  kind: AgreementKind,
  at: Date,
): Promise<Agreement | undefined> {
  const [row] = await tx
    .select()
    .from(agreements)
    .where(and(eq(agreements.kind, kind), lte(agreements.effectiveFrom, at)))
    .orderBy(desc(agreements.version))
    .limit(1);
  return row;
}

/** The text in force, for pages that show it before it is ticked; anybody may read it. */
export function getCurrentAgreement(
  actor: Actor,
  kind: AgreementKind,
): Promise<Agreement | undefined> {
  return withActor(actor, ({ tx, now }) => currentAgreement(tx, kind, now));
}

/** One version of an agreement. @throws DomainError notFound */
export function getAgreement(actor: Actor, id: string): Promise<Agreement> {
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx.select().from(agreements).where(eq(agreements.id, id));
    if (!row) throw notFound();
    return row;
  });
}

export type AgreementVersion = Omit<Agreement, 'body'> & {
  standing: 'announced' | 'current' | 'past' | 'overtaken';
};

/** Every version of every agreement, newest first, for operations. */
export function listAgreements(actor: Actor): Promise<AgreementVersion[]> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'operator' || !can(actor, 'agreement.read')) return [];
    const rows = await tx
      .select()
      .from(agreements)
      .orderBy(agreements.kind, desc(agreements.version));
    const seen = new Set<AgreementKind>();
    return rows.map(({ body: _body, ...row }) => {
      const overtaken = seen.has(row.kind);
      if (row.effectiveFrom > now) {
        return { ...row, standing: overtaken ? ('overtaken' as const) : ('announced' as const) };
      }
      seen.add(row.kind);
      return { ...row, standing: overtaken ? ('past' as const) : ('current' as const) };
    });
  });
}

/** What the actor's own side signed, newest first: a merchant's agreements, or those of a person as a customer. */
export function listSignatures(
  actor: Actor,
  { after }: { after?: string } = {},
): Promise<Page<Signature>> {
  return withActor(actor, ({ tx }) => {
    const own = ownSide(actor);
    return own ? signaturePage(tx, own, after) : Promise.resolve({ rows: [] });
  });
}

/** What a merchant signed, for operations. */
export function listMerchantSignatures(
  actor: Actor,
  merchantId: string,
  { after }: { after?: string } = {},
): Promise<Page<Signature>> {
  return withActor(actor, ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'agreement.read')) {
      return Promise.resolve({ rows: [] });
    }
    const own = and(
      eq(agreementSignatures.merchantId, merchantId),
      eq(agreementSignatures.party, 'merchant'),
    );
    return signaturePage(tx, own, after);
  });
}

/** One signature with the text that was signed; the text is null where it is a file. @throws DomainError notFound */
export function getSignature(
  actor: Actor,
  id: string,
): Promise<{ signature: Signature; agreement: Agreement | null; signer: string }> {
  return withActor(actor, async ({ tx }) => {
    const own = ownSide(actor);
    const operator = actor.kind === 'operator' && can(actor, 'agreement.read');
    if (!own && !operator) throw notFound();
    const [row] = await tx
      .select({ signature: agreementSignatures, agreement: agreements, signer: accounts.name })
      .from(agreementSignatures)
      .leftJoin(agreements, eq(agreements.id, agreementSignatures.agreementId))
      .leftJoin(accounts, eq(accounts.id, agreementSignatures.accountId))
      .where(and(eq(agreementSignatures.id, id), own));
    if (!row) throw notFound();
    // Members see the account of the one who signed, not its name.
    return { ...row, signer: row.signer ?? row.signature.accountId };
  });
}

/** How many signed a version, up to the cap; for operations. */
export function countSignatures(actor: Actor, agreementId: string): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'agreement.read')) return 0;
    return cappedCount(tx, agreementSignatures, eq(agreementSignatures.agreementId, agreementId));
  });
}

/** The cooperation agreement in force when the merchant has not signed this version of it yet. */
export function getUnsignedCooperation(actor: Actor): Promise<Agreement | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'member') return undefined;
    const current = await currentAgreement(tx, 'cooperation', now);
    if (!current) return undefined;
    return (await hasSigned(tx, current.id, actor.merchantId)) ? undefined : current;
  });
}

/** Whether a merchant signed this version. */
export async function hasSigned(tx: Tx, agreementId: string, merchantId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: agreementSignatures.id })
    .from(agreementSignatures)
    .where(
      and(
        eq(agreementSignatures.agreementId, agreementId),
        eq(agreementSignatures.merchantId, merchantId),
        eq(agreementSignatures.party, 'merchant'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

function ownSide(actor: Actor): SQL | undefined {
  if (actor.kind === 'member' && can(actor, 'agreement.read')) {
    return and(
      eq(agreementSignatures.merchantId, actor.merchantId),
      eq(agreementSignatures.party, 'merchant'),
    );
  }
  if (actor.kind === 'buyer') {
    return and(
      eq(agreementSignatures.accountId, actor.accountId),
      eq(agreementSignatures.party, 'buyer'),
    );
  }
  return undefined;
}

async function signaturePage(
  tx: Tx,
  own: SQL | undefined,
  after: string | undefined,
): Promise<Page<Signature>> {
  const rows = await tx
    .select()
    .from(agreementSignatures)
    .where(and(own, after ? lt(agreementSignatures.id, after) : undefined))
    .orderBy(desc(agreementSignatures.id))
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, (row) => row.id);
}
