import { and, desc, eq, ilike, lt, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { accounts, agreementSignatures, agreements } from '@/db/schema';
import { AGREEMENT_KINDS, type AgreementKind } from '@/db/schema/agreement';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { cappedCount } from '@/lib/list/count';
import { textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';

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

export const STANDINGS = ['announced', 'current', 'past', 'overtaken'] as const;

/** Filters of operations' list and of its export; wrong values count as none. */
export const agreementFilters = z.object({
  q: textFilter,
  kind: z.enum(AGREEMENT_KINDS).optional().catch(undefined),
  standing: z.enum(STANDINGS).optional().catch(undefined),
});
export type AgreementFilters = Partial<z.infer<typeof agreementFilters>>;

/** Filters of "my agreements" and of their export; wrong values count as none. */
export const signatureFilters = z.object({
  q: textFilter,
  kind: z.enum(AGREEMENT_KINDS).optional().catch(undefined),
});
export type SignatureFilters = Partial<z.infer<typeof signatureFilters>>;

interface SignaturePaging extends SignatureFilters {
  after?: string | undefined;
  size?: number;
}

export type AgreementVersion = Omit<Agreement, 'body'> & {
  standing: (typeof STANDINGS)[number];
};

/** Every version of every agreement, newest first, for operations. */
export function listAgreements(
  actor: Actor,
  filter: AgreementFilters = {},
): Promise<AgreementVersion[]> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'operator' || !can(actor, 'agreement.read')) return [];
    const rows = await tx
      .select()
      .from(agreements)
      .orderBy(agreements.kind, desc(agreements.version));
    const seen = new Set<AgreementKind>();
    const versions = rows.map(({ body: _body, ...row }): AgreementVersion => {
      const overtaken = seen.has(row.kind);
      if (row.effectiveFrom > now) {
        return { ...row, standing: overtaken ? ('overtaken' as const) : ('announced' as const) };
      }
      seen.add(row.kind);
      return { ...row, standing: overtaken ? ('past' as const) : ('current' as const) };
    });
    const q = filter.q?.toLowerCase();
    return versions.filter(
      ({ kind, standing, title, summary }) =>
        (!filter.kind || kind === filter.kind) &&
        (!filter.standing || standing === filter.standing) &&
        (!q ||
          [title, summary].some((both) => Object.values(both).join(' ').toLowerCase().includes(q))),
    );
  });
}

/** What the actor's own side signed, newest first: a merchant's agreements, or those of a person as a customer. */
export function listSignatures(
  actor: Actor,
  filter: SignaturePaging = {},
): Promise<Page<Signature>> {
  return withActor(actor, ({ tx }) => {
    const own = ownSide(actor);
    return own ? signaturePage(tx, own, filter) : Promise.resolve({ rows: [] });
  });
}

/** What a merchant signed, for operations. */
export function listMerchantSignatures(
  actor: Actor,
  merchantId: string,
  filter: SignaturePaging = {},
): Promise<Page<Signature>> {
  return withActor(actor, ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'agreement.read')) {
      return Promise.resolve({ rows: [] });
    }
    const own = and(
      eq(agreementSignatures.merchantId, merchantId),
      eq(agreementSignatures.party, 'merchant'),
    );
    return signaturePage(tx, own, filter);
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
  { q, kind, after, size = PAGE_SIZE }: SignaturePaging,
): Promise<Page<Signature>> {
  const words = containing(q);
  const rows = await tx
    .select()
    .from(agreementSignatures)
    .where(
      and(
        own,
        kind && eq(agreementSignatures.kind, kind),
        words ? ilike(sql`${agreementSignatures.title}::text`, words) : undefined,
        after ? lt(agreementSignatures.id, after) : undefined,
      ),
    )
    .orderBy(desc(agreementSignatures.id))
    .limit(size + 1);
  return pageOf(rows, (row) => row.id, size);
}
