import { and, desc, eq, inArray } from 'drizzle-orm';
import { profileEdits } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { getDraft } from '@/lib/records/draft/store';
import type { ProfilePolicy } from '@/lib/records/merchant/profile-form';
import { settingReader } from '@/lib/settings/read';
import { readProfilePolicy } from '@/lib/workflows/onboarding/facts';
import { type ReviewCheck, reviewChecks } from '@/lib/workflows/onboarding/review-checks';
import { readLive } from './facts';
import type { ProfileEditRow } from './machine';

/** The merchant's edit that is open, or the last one. */
export function getOwnProfileEdit(actor: Actor): Promise<ProfileEditRow | undefined> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'member' || !can(actor, 'profileEdit.read')) return undefined;
    const mine = eq(profileEdits.merchantId, actor.merchantId);
    const [open] = await tx
      .select()
      .from(profileEdits)
      .where(and(mine, inArray(profileEdits.state, ['editing', 'pendingReview', 'rejected'])));
    if (open) return open;
    const [last] = await tx
      .select()
      .from(profileEdits)
      .where(mine)
      .orderBy(desc(profileEdits.id))
      .limit(1);
    return last;
  });
}

export interface ProfileEditForm {
  edit: ProfileEditRow;
  draft: Record<string, unknown>;
  policy: ProfilePolicy;
  /** Name the merchant will have after the edit: the owner's confirmed real name. */
  name: string;
  liveName: string;
  creditCode: string;
  now: Date;
}

/** The open edit with its unfinished form; undefined when none is open. */
export async function findProfileEditForm(actor: Actor): Promise<ProfileEditForm | undefined> {
  if (actor.kind !== 'member' || !can(actor, 'profileEdit.submit')) throw notFound();
  const { merchantId } = actor;
  const own = await withActor(actor, async ({ tx, now }) => {
    const [edit] = await tx
      .select()
      .from(profileEdits)
      .where(
        and(
          eq(profileEdits.merchantId, merchantId),
          inArray(profileEdits.state, ['editing', 'pendingReview', 'rejected']),
        ),
      );
    if (!edit) return undefined;
    const draft = await getDraft(tx, { noun: 'profileEdit', subjectId: edit.id });
    return { edit, draft: draft ?? {}, now };
  });
  if (!own) return undefined;
  // The name comes from the owner's real-name data, which a member cannot read.
  return withActor(system('profile edit form'), async ({ tx, now }) => {
    const live = await readLive(tx, merchantId);
    if (!live) throw notFound();
    return {
      ...own,
      policy: await readProfilePolicy(settingReader(tx, now), live.merchant.kind),
      name: live.name,
      liveName: live.merchant.name,
      creditCode: live.merchant.kind === 'enterprise' ? live.merchant.creditCode : '',
    };
  });
}

/** One edit, for its merchant or for operations. @throws DomainError notFound */
export function getProfileEdit(
  actor: Actor,
  id: string,
): Promise<{ edit: ProfileEditRow; now: Date }> {
  return withActor(actor, async ({ tx, now }) => {
    if (!can(actor, 'profileEdit.read')) throw notFound();
    const own = actor.kind === 'member' ? eq(profileEdits.merchantId, actor.merchantId) : undefined;
    const [edit] = await tx
      .select()
      .from(profileEdits)
      .where(and(eq(profileEdits.id, id), own));
    if (!edit) throw notFound();
    return { edit, now };
  });
}

export interface ProfileEditReview {
  edit: ProfileEditRow;
  checks: ReviewCheck[];
  now: Date;
}

/** An edit with the verdicts of the review rules on what it proposes. @throws DomainError notFound */
export async function getProfileEditReview(actor: Actor, id: string): Promise<ProfileEditReview> {
  if (actor.kind !== 'operator') throw notFound();
  const { edit, now } = await getProfileEdit(actor, id);
  return withActor(actor, async ({ tx }) => {
    const live = await readLive(tx, edit.merchantId);
    if (!live) throw notFound();
    const { kind, creditCode } = live.merchant;
    const policy = await readProfilePolicy(settingReader(tx, now), kind);
    const realName = { name: live.owner.realName, creditCode: live.owner.creditCode };
    const checks = edit.proposed
      ? reviewChecks({ ...edit.proposed, creditCode }, realName, policy)
      : [];
    return { edit, checks, now };
  });
}
