import { and, desc, eq, ilike, lt, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, onboardings } from '@/db/schema';
import { ONBOARDING_STATES } from '@/db/schema/onboarding';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { forbidden, notFound } from '@/lib/errors';
import { cappedCount } from '@/lib/list/count';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { getDraft } from '@/lib/records/draft/store';
import type { ProfilePolicy } from '@/lib/records/merchant/profile-form';
import { containing } from '@/lib/search/like';
import { settingReader } from '@/lib/settings/read';
import { readProfilePolicy, readStanding } from './facts';
import { allPassed, type Gate } from './gates';
import type { OnboardingRow } from './machine';
import { type ReviewCheck, reviewChecks } from './review-checks';

export interface ApplicantView {
  gates: Gate[];
  gatesOpen: boolean;
  kind: ProfilePolicy['kind'];
  companyName: string;
  /** Empty for an individual. */
  creditCode: string;
  policy: ProfilePolicy;
  application: OnboardingRow | undefined;
  draft: Record<string, unknown>;
  /** Working days within which the platform decides. */
  reviewDays: number;
  now: Date;
}

/** What an account sees on the application page: its gates, its application and the unfinished form. */
export async function getApplicantView(actor: Actor): Promise<ApplicantView> {
  if (actor.kind !== 'buyer' || !can(actor, 'onboarding.apply')) throw forbidden();
  const { accountId } = actor;
  const own = await withActor(actor, async ({ tx, now }) => {
    const mine = eq(onboardings.accountId, accountId);
    const [open] = await tx
      .select()
      .from(onboardings)
      .where(and(mine, ne(onboardings.state, 'approved')));
    const [application] = open
      ? [open]
      : await tx.select().from(onboardings).where(mine).orderBy(desc(onboardings.id)).limit(1);
    const key = { noun: 'onboarding', subjectId: application?.id ?? '' };
    const draft = application ? await getDraft(tx, key) : undefined;
    return { application, draft: draft ?? { ...application?.submission }, now };
  });
  // Gates count accounts with the same number and merchants of the same company, which are not the applicant's own.
  return withActor(system('application gates'), async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const standing = await readStanding(tx, setting, accountId);
    if (!standing) throw notFound();
    return {
      ...own,
      gates: standing.gates,
      gatesOpen: allPassed(standing.gates),
      kind: standing.kind,
      companyName: standing.companyName,
      creditCode: standing.kind === 'enterprise' ? standing.creditCode : '',
      policy: await readProfilePolicy(setting, standing.kind),
      reviewDays: await setting('onboarding.reviewWorkingDays'),
    };
  });
}

/** One application, for its applicant or for reviewers. @throws DomainError notFound */
export function getOnboarding(
  actor: Actor,
  id: string,
): Promise<{ application: OnboardingRow; now: Date }> {
  return withActor(actor, async ({ tx, now }) => {
    if (!can(actor, 'onboarding.read')) throw notFound();
    const own = actor.kind === 'buyer' ? eq(onboardings.accountId, actor.accountId) : undefined;
    const [application] = await tx
      .select()
      .from(onboardings)
      .where(and(eq(onboardings.id, id), own));
    if (!application) throw notFound();
    return { application, now };
  });
}

export interface OnboardingReview {
  application: OnboardingRow;
  checks: ReviewCheck[];
  applicant: Pick<
    typeof accounts.$inferSelect,
    'name' | 'email' | 'phone' | 'realName' | 'creditCode' | 'realNameAt'
  >;
  now: Date;
}

/** An application with its applicant and the verdicts of the review rules. @throws DomainError notFound */
export async function getOnboardingReview(actor: Actor, id: string): Promise<OnboardingReview> {
  if (actor.kind !== 'operator') throw notFound();
  const { application, now } = await getOnboarding(actor, id);
  return withActor(actor, async ({ tx }) => {
    const [applicant] = await tx
      .select({
        name: accounts.name,
        email: accounts.email,
        phone: accounts.phone,
        realName: accounts.realName,
        creditCode: accounts.creditCode,
        realNameAt: accounts.realNameAt,
      })
      .from(accounts)
      .where(eq(accounts.id, application.accountId));
    if (!applicant) throw notFound();
    const { companyName: name, creditCode, submission: profile, kind } = application;
    const policy = await readProfilePolicy(settingReader(tx, now), kind);
    const realName = { name: applicant.realName, creditCode: applicant.creditCode };
    const checks = profile ? reviewChecks({ name, creditCode, profile }, realName, policy) : [];
    return { application, applicant, checks, now };
  });
}

/** The list's filters as its address holds them; wrong values count as none. */
export const onboardingFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  state: z.enum(ONBOARDING_STATES).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
});

export type OnboardingFilter = z.infer<typeof onboardingFilter>;

function filtered({ q = '', state }: OnboardingFilter) {
  const words = containing(q);
  return and(
    state ? eq(onboardings.state, state) : undefined,
    words
      ? or(
          ilike(onboardings.companyName, words),
          eq(onboardings.creditCode, q.toUpperCase()),
          eq(onboardings.id, q),
        )
      : undefined,
  );
}

/** Applications for operations, newest first. */
export function listOnboardings(
  actor: Actor,
  filter: OnboardingFilter,
  size = PAGE_SIZE,
): Promise<Page<OnboardingRow>> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'onboarding.read')) return { rows: [] };
    const rows = await tx
      .select()
      .from(onboardings)
      .where(and(filtered(filter), filter.after ? lt(onboardings.id, filter.after) : undefined))
      .orderBy(desc(onboardings.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many a list holds, counted up to the cap. */
export function countOnboardings(actor: Actor, filter: OnboardingFilter): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'onboarding.read')) return 0;
    return cappedCount(tx, onboardings, filtered(filter));
  });
}
