import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { onboardings } from '@/db/schema';
import type { MerchantProfile } from '@/db/schema/merchant';
import type { AgreementTick } from '@/db/schema/onboarding';
import { appendEvidence } from '@/lib/audit/append';
import { accountOf } from '@/lib/auth/actor';
import type { Effect, EffectContext } from '@/lib/engine/bind';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, type FieldComplaint, notFound, refused } from '@/lib/errors';
import { currentAgreement } from '@/lib/records/agreement/queries';
import { sign } from '@/lib/records/agreement/sign';
import { dropDraft, putDraft } from '@/lib/records/draft/store';
import { createMerchant } from '@/lib/records/merchant/create';
import { attachProfileFiles, publishProfileFiles } from '@/lib/records/merchant/profile-files';
import { profileDraft, profileForm } from '@/lib/records/merchant/profile-form';
import { outcomeOf } from '@/lib/review/outcome';
import { readProfilePolicy, readStanding } from './facts';
import type { OnboardingFacts, OnboardingRow } from './machine';
import type { SubmitInput } from './schema';

type Context<Input> = EffectContext<OnboardingRow, Input, OnboardingFacts>;
type OnboardingEffect<Input> = Effect<OnboardingRow, Input, OnboardingFacts>;

const draftOf = (id: string) => ({ noun: 'onboarding', subjectId: id });

export const open: OnboardingEffect<unknown> = async ({ tx, actor, setting }) => {
  const accountId = accountOf(actor);
  const standing = accountId ? await readStanding(tx, setting, accountId) : undefined;
  if (!accountId || !standing) throw notFound();
  await refuseSecond(tx, accountId);
  const { kind, companyName, creditCode } = standing;
  return { accountId, kind, companyName, creditCode };
};

/** One application is open at a time; two clicks at once wait for each other. */
async function refuseSecond(tx: Tx, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`apply:${accountId}`}, 0))`);
  const [there] = await tx
    .select({ id: onboardings.id })
    .from(onboardings)
    .where(and(eq(onboardings.accountId, accountId), ne(onboardings.state, 'approved')));
  if (there) throw refused('onboarding.error.open.alreadyOpen');
}

export const save: OnboardingEffect<Record<string, unknown>> = async (context) => {
  context.record({ data: { saved: await keepDraft(context, context.input) } });
};

function keepDraft({ tx, now, row }: Context<unknown>, content: Record<string, unknown>) {
  return putDraft(tx, draftOf(row.id), {
    content,
    tenant: { accountId: row.accountId },
    savedBy: row.accountId,
    at: now,
  });
}

export const submit: OnboardingEffect<SubmitInput> = async (context) => {
  const { tx, now, row, input, setting, record } = context;
  const standing = await readStanding(tx, setting, row.accountId);
  if (!standing) throw notFound();
  const policy = await readProfilePolicy(setting, standing.kind);
  const { profile, agreement } = await judge(context, () => parseInput(profileForm(policy), input));
  await keepDraft(context, profileDraft.parse(input));
  record({ files: await attachProfileFiles(context, profile, `onboarding:${row.id}`) });
  return {
    kind: standing.kind,
    companyName: standing.companyName,
    creditCode: standing.creditCode,
    submission: profile,
    round: row.round + 1,
    submittedAt: now,
    agreement,
  };
};

/** Complaints about fields and about the agreement are told together. */
async function judge(
  { tx, now, actor, row, input }: Context<SubmitInput>,
  parse: () => MerchantProfile,
): Promise<{ profile: MerchantProfile; agreement: AgreementTick }> {
  const current = await currentAgreement(tx, 'cooperation', now);
  if (!current) throw refused('onboarding.error.submit.noAgreement');
  const ticked = ['on', 'true', true].includes(input.agreed ?? '');
  const complaint = !ticked
    ? 'onboarding.error.submit.notAgreed'
    : input.agreementId !== current.id
      ? 'onboarding.error.submit.agreementChanged'
      : undefined;
  const fields: Record<string, FieldComplaint> = complaint ? { agreed: { key: complaint } } : {};
  let profile: MerchantProfile;
  try {
    profile = parse();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    throw new DomainError('invalid', { fields: { ...error.detail.fields, ...fields } });
  }
  if (complaint) throw new DomainError('invalid', { fields });
  const { id: agreementId, version, title, sha256 } = current;
  const { ip, userAgent } = actor.origin ?? {};
  const at = now.toISOString();
  const tick = { agreementId, version, title, sha256, accountId: row.accountId, at };
  return {
    profile,
    agreement: { ...tick, ...(ip ? { ip } : {}), ...(userAgent ? { userAgent } : {}) },
  };
}

export const reject: OnboardingEffect<Parameters<typeof outcomeOf>[1]> = async ({
  row,
  input,
  actor,
  now,
}) => ({
  outcome: outcomeOf('rejected', input, actor, now),
  // The difference view compares with what was refused, however often it is submitted and withdrawn until then.
  previous: row.submission,
});

export const approve: OnboardingEffect<Parameters<typeof outcomeOf>[1]> = async (context) => {
  const { tx, now, row, input, actor } = context;
  const { submission: profile, agreement } = row;
  if (!profile || !agreement) throw new Error('a pending application has a submission');
  const merchantId = await createMerchant(tx, {
    ownerAccountId: row.accountId,
    name: row.companyName,
    kind: row.kind,
    creditCode: row.creditCode,
    profile,
    at: now,
  });
  await sign(tx, {
    document: { kind: 'cooperation', ...agreement },
    party: 'merchant',
    accountId: agreement.accountId,
    merchantId,
    subject: { noun: 'onboarding', id: row.id },
    at: new Date(agreement.at),
    origin: { ip: agreement.ip, userAgent: agreement.userAgent },
  });
  await publishProfileFiles(tx, profile, merchantId, now);
  await dropDraft(tx, draftOf(row.id));
  await appendEvidence(tx, {
    stream: `merchant:${merchantId}`,
    at: now,
    actor,
    noun: 'merchant',
    subjectId: merchantId,
    event: 'create',
    data: {
      onboarding: row.id,
      name: row.companyName,
      creditCode: row.creditCode,
      profile,
      agreement: { version: agreement.version, sha256: agreement.sha256 },
    },
    tenant: { merchantId },
  });
  return { merchantId, outcome: outcomeOf('approved', input, actor, now) };
};
