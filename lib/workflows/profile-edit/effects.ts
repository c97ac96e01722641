import { and, eq, inArray, sql } from 'drizzle-orm';
import { merchantCards, merchants, profileEdits } from '@/db/schema';
import { canonicalJson } from '@/lib/audit/canonical';
import { accountOf } from '@/lib/auth/actor';
import type { Effect } from '@/lib/engine/bind';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, invalid, notFound, refused } from '@/lib/errors';
import { dropDraft, putDraft } from '@/lib/records/draft/store';
import { cardOf } from '@/lib/records/merchant/create';
import { attachProfileFiles, publishProfileFiles } from '@/lib/records/merchant/profile-files';
import { profileDraft, profileForm } from '@/lib/records/merchant/profile-form';
import { outcomeOf } from '@/lib/review/outcome';
import { readProfilePolicy } from '@/lib/workflows/onboarding/facts';
import { readLive } from './facts';
import type { ProfileEditFacts, ProfileEditRow } from './machine';

type ProfileEditEffect<Input> = Effect<ProfileEditRow, Input, ProfileEditFacts>;
type Verdict = Parameters<typeof outcomeOf>[1];

const draftOf = (id: string) => ({ noun: 'profileEdit', subjectId: id });
const OPEN_STATES = ['editing', 'pendingReview', 'rejected'] as const;

export const open: ProfileEditEffect<unknown> = async ({ tx, actor, row, now }) => {
  if (actor.kind !== 'member') throw notFound();
  const { merchantId, accountId } = actor;
  // One edit at a time; two members at once wait for each other.
  const lock = `profileEdit:${merchantId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [there] = await tx
    .select({ id: profileEdits.id })
    .from(profileEdits)
    .where(and(eq(profileEdits.merchantId, merchantId), inArray(profileEdits.state, OPEN_STATES)));
  if (there) throw refused('profileEdit.error.open.alreadyOpen');
  const live = await readLive(tx, merchantId);
  if (!live) throw notFound();
  await putDraft(tx, draftOf(row.id), {
    content: { ...live.merchant.profile, platformContact: contactDraft(live.merchant.profile) },
    tenant: { merchantId },
    savedBy: accountId,
    at: now,
  });
  return { merchantId, accountId, merchantName: live.merchant.name };
};

/** The form's yes/no beside the contact. */
const contactDraft = (profile: { platformContact?: object }) =>
  profile.platformContact ? { has: 'yes', ...profile.platformContact } : { has: 'no' };

export const save: ProfileEditEffect<Record<string, unknown>> = async (context) => {
  const { tx, row, input, actor, now } = context;
  const saved = await putDraft(tx, draftOf(row.id), {
    content: input,
    tenant: { merchantId: row.merchantId },
    savedBy: accountOf(actor) ?? row.accountId,
    at: now,
  });
  context.record({ data: { saved } });
};

export const submit: ProfileEditEffect<Record<string, unknown>> = async (context) => {
  const { tx, now, row, input, actor, setting, record } = context;
  const live = await readLive(tx, row.merchantId);
  if (!live) throw notFound();
  const { merchant } = live;
  const profile = parseInput(profileForm(await readProfilePolicy(setting, merchant.kind)), input);
  const renamed = live.name !== merchant.name;
  const sameLicence = profile.licenceFileId === merchant.profile.licenceFileId;
  if (renamed && merchant.kind === 'enterprise' && sameLicence) {
    throw invalid({ licenceFileId: 'profileEdit.error.submit.licenceUnchanged' });
  }
  if (!renamed && canonicalJson(profile) === canonicalJson(merchant.profile)) {
    throw new DomainError('refused', { key: 'profileEdit.error.submit.nothingChanged' });
  }
  await putDraft(tx, draftOf(row.id), {
    content: profileDraft.parse(input),
    tenant: { merchantId: row.merchantId },
    savedBy: accountOf(actor) ?? row.accountId,
    at: now,
  });
  const user = `profileEdit:${row.id}`;
  record({ files: await attachProfileFiles(context, profile, user, merchant.profile) });
  return {
    merchantName: merchant.name,
    live: { name: merchant.name, profile: merchant.profile },
    proposed: { name: live.name, profile },
    round: row.round + 1,
    submittedAt: now,
  };
};

export const reject: ProfileEditEffect<Verdict> = async ({ input, actor, now }) => ({
  outcome: outcomeOf('rejected', input, actor, now),
});

export const discard: ProfileEditEffect<unknown> = async ({ tx, row }) => {
  await dropDraft(tx, draftOf(row.id));
};

export const approve: ProfileEditEffect<Verdict> = async ({ tx, now, row, input, actor }) => {
  const { proposed, merchantId } = row;
  if (!proposed) throw new Error('a pending edit has a proposal');
  const { name, profile } = proposed;
  await tx
    .update(merchants)
    .set({ name, profile, version: sql`${merchants.version} + 1`, updatedAt: now })
    .where(eq(merchants.id, merchantId));
  await tx
    .update(merchantCards)
    .set(cardOf(name, profile))
    .where(eq(merchantCards.merchantId, merchantId));
  await publishProfileFiles(tx, profile, merchantId, now, row.live?.profile);
  await dropDraft(tx, draftOf(row.id));
  return { merchantName: name, outcome: outcomeOf('approved', input, actor, now) };
};
