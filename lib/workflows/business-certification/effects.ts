import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bankAccounts, businessCertifications, merchants } from '@/db/schema';
import type { CertificationData } from '@/db/schema/business-certification';
import { accountOf } from '@/lib/auth/actor';
import type { Effect } from '@/lib/engine/bind';
import { parseInput } from '@/lib/engine/parse';
import { notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { dropDraft, getDraft, putDraft } from '@/lib/records/draft/store';
import { outcomeOf } from '@/lib/review/outcome';
import { allChecksPass, checkCertification } from './checks';
import { certificationForm } from './form';
import type { CertificationFacts, CertificationRow } from './machine';
import type { UnlockInput } from './schema';
import { startOf } from './start';

type CertificationEffect<Input> = Effect<CertificationRow, Input, CertificationFacts>;
type Verdict = Parameters<typeof outcomeOf>[1];

const draftOf = (id: string) => ({ noun: 'businessCertification', subjectId: id });

export const open: CertificationEffect<unknown> = async ({ tx, actor }) => {
  if (actor.kind !== 'member') throw notFound();
  const { merchantId } = actor;
  const lock = `businessCertification:${merchantId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [there] = await tx
    .select({ id: businessCertifications.id })
    .from(businessCertifications)
    .where(eq(businessCertifications.merchantId, merchantId));
  if (there) throw refused('businessCertification.error.open.alreadyOpen');
  const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, merchantId));
  if (!merchant) throw notFound();
  return { merchantId, merchantName: merchant.name };
};

/** Each page sends its own fields; those of the other page stay. */
export const save: CertificationEffect<Record<string, unknown>> = async (context) => {
  const { tx, row, input, actor, now } = context;
  const saved = await putDraft(tx, draftOf(row.id), {
    content: { ...(await getDraft(tx, draftOf(row.id))), ...input },
    tenant: { merchantId: row.merchantId },
    savedBy: accountOf(actor) ?? 'system',
    at: now,
  });
  context.record({ data: { saved } });
};

export const submit: CertificationEffect<Record<string, unknown>> = async (context) => {
  const { tx, now, row, input, setting } = context;
  const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, row.merchantId));
  if (!merchant) throw notFound();
  const earlier = row.submission ?? row.current;
  const policy = {
    taxRates: await setting('businessCertification.taxRates'),
    numberOnFile: earlier !== null,
  };
  const draft = { ...startOf(row), ...(await getDraft(tx, draftOf(row.id))), ...input };
  const { bank, ...rest } = parseInput(certificationForm(policy), draft);
  const { number, ...account } = bank;
  const kept = earlier
    ? { accountId: earlier.bank.accountId, masked: earlier.bank.masked }
    : undefined;
  const submission: CertificationData = {
    companyName: merchant.name,
    creditCode: merchant.kind === 'enterprise' ? merchant.creditCode : '',
    ...rest,
    bank: {
      ...account,
      ...(number ? await storeNumber(tx, row.merchantId, number, now) : required(kept)),
    },
  };
  const checks = checkCertification(submission, row.current);
  context.record({ data: { checks } });
  // What was typed is in the submission now; the number should lie in one place only.
  await dropDraft(tx, draftOf(row.id));
  return {
    merchantName: merchant.name,
    submission,
    automatic: (await setting('businessCertification.automatic')) && allChecksPass(checks),
    round: row.round + 1,
    submittedAt: now,
  };
};

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the form asks for a number when none is on file');
  return value;
}

/** The same number of the same merchant keeps its row, so that a change of account can be seen. */
async function storeNumber(tx: Tx, merchantId: string, number: string, at: Date) {
  const [known] = await tx
    .select({ id: bankAccounts.id })
    .from(bankAccounts)
    .where(and(eq(bankAccounts.merchantId, merchantId), eq(bankAccounts.number, number)));
  const id = known?.id ?? newId('bankAccount', at);
  if (!known) await tx.insert(bankAccounts).values({ id, merchantId, number, createdAt: at });
  return { accountId: id, masked: number.slice(-4) };
}

export const pass: CertificationEffect<Verdict> = async ({ tx, row, input, actor, now }) => {
  await tx
    .update(merchants)
    .set({ certifiedAt: now, updatedAt: now, version: sql`${merchants.version} + 1` })
    .where(eq(merchants.id, row.merchantId));
  return {
    current: row.submission,
    certifiedAt: now,
    failures: 0,
    outcome: outcomeOf('approved', input, actor, now),
  };
};

export const reject: CertificationEffect<Verdict> = async ({ row, input, actor, now }) => ({
  failures: row.failures + 1,
  outcome: outcomeOf('rejected', input, actor, now),
});

export const unlock: CertificationEffect<UnlockInput> = async ({ input, actor, now }) => ({
  failures: 0,
  unlocked: { ...input, by: accountOf(actor) ?? 'system', at: now.toISOString() },
});
