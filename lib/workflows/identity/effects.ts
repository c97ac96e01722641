import { eq, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema';
import { accountOf, system } from '@/lib/auth/actor';
import { seal } from '@/lib/auth/secret';
import type { Effect, EffectContext, Workflow } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { notFound, refused } from '@/lib/errors';
import { attachFiles } from '@/lib/files/attach';
import { outcomeOf } from '@/lib/review/outcome';
import { ID_NUMBER_SEAL, liveIdentity } from './facts';
import { maskIdNumber } from './id-number';
import type { IdentityFacts, IdentityRow } from './machine';
import type { IdentityForm } from './schema';

type IdentityEffect<Input> = Effect<IdentityRow, Input, IdentityFacts>;
type Context<Input> = EffectContext<IdentityRow, Input, IdentityFacts>;
type Verdict = Parameters<typeof outcomeOf>[1];

export const submit: IdentityEffect<IdentityForm> = async (context) => {
  const { tx, now, actor } = context;
  const accountId = accountOf(actor);
  if (!accountId) throw notFound();
  // Two submissions at once wait for each other; the second finds the first.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`identity:${accountId}`}, 0))`,
  );
  const again = await context.tx.execute(sql`
    select 1 from identity where account_id = ${accountId} and state in ('pending', 'rejected')`);
  if (again.length > 0) throw refused('identity.error.submit.alreadyOpen');
  return { ...(await valuesOf(context)), accountId, round: 1, submittedAt: now };
};

export const resubmit: IdentityEffect<IdentityForm> = async (context) => ({
  ...(await valuesOf(context)),
  round: context.row.round + 1,
  submittedAt: context.now,
});

/** The columns of a form; its files become the request's own. */
async function valuesOf({ tx, now, actor, row, input, record }: Context<IdentityForm>) {
  const fileIds: Record<string, string> = input.files;
  const purpose = input.kind === 'enterprise' ? 'businessLicence' : 'identityDocument';
  for (const [field, id] of Object.entries(fileIds)) {
    const attached = await attachFiles(tx, {
      ids: [id],
      purpose,
      actor,
      user: `identity:${row.id}`,
      field: `files.${field}`,
      now,
    });
    record({ files: attached.map(({ id, name, sha256 }) => ({ id, name, sha256 })) });
  }
  const { kind, name } = input;
  return kind === 'enterprise'
    ? {
        kind,
        name,
        fileIds,
        creditCode: input.creditCode,
        legalPerson: input.legalPerson,
        idNumber: null,
        idNumberMasked: null,
      }
    : {
        kind,
        name,
        fileIds,
        creditCode: null,
        legalPerson: null,
        idNumber: seal(ID_NUMBER_SEAL, input.idNumber),
        idNumberMasked: maskIdNumber(input.idNumber),
      };
}

/** The name becomes the account's; what was confirmed before it is superseded. */
export const confirm =
  (workflow: () => Workflow): IdentityEffect<Verdict> =>
  async ({ tx, now, row, input, actor }) => {
    const live = await liveIdentity(tx, row.accountId);
    if (live) {
      await fireIn({ tx, now }, system(`identity ${row.id}`), workflow(), 'supersede', live.id);
    }
    await tx
      .update(accounts)
      .set({
        realNameKind: row.kind,
        realName: row.name,
        creditCode: row.creditCode,
        realNameAt: now,
        updatedAt: now,
      })
      .where(eq(accounts.id, row.accountId));
    return { outcome: outcomeOf('approved', input, actor, now) };
  };

export const reject: IdentityEffect<Verdict> = async ({ row, input, actor, now }) => {
  void row;
  return { outcome: outcomeOf('rejected', input, actor, now) };
};
