import { and, desc, eq, ilike, lt, ne, or } from 'drizzle-orm';
import { onboardings } from '@/db/schema';
import type { ONBOARDING_STATES } from '@/db/schema/onboarding';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { forbidden, notFound } from '@/lib/errors';
import { COUNT_CAP, PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { getDraft } from '@/lib/records/draft/store';
import type { ProfilePolicy } from '@/lib/records/merchant/profile-form';
import { settingReader } from '@/lib/settings/read';
import { readProfilePolicy, readStanding } from './facts';
import { allPassed, type Gate } from './gates';
import type { OnboardingRow } from './machine';

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
    };
  });
}

/** One application for operations. @throws DomainError notFound */
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

export interface OnboardingFilter {
  q?: string;
  state?: (typeof ONBOARDING_STATES)[number];
  after?: string;
}

const filtered = ({ q, state }: OnboardingFilter) =>
  and(
    state ? eq(onboardings.state, state) : undefined,
    q
      ? or(
          ilike(onboardings.companyName, `%${q.replace(/[\\%_]/g, '\\$&')}%`),
          eq(onboardings.creditCode, q.toUpperCase()),
          eq(onboardings.id, q),
        )
      : undefined,
  );

/** Applications for operations, newest first. */
export function listOnboardings(
  actor: Actor,
  filter: OnboardingFilter,
): Promise<Page<OnboardingRow>> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'onboarding.read')) return { rows: [] };
    const rows = await tx
      .select()
      .from(onboardings)
      .where(and(filtered(filter), filter.after ? lt(onboardings.id, filter.after) : undefined))
      .orderBy(desc(onboardings.id))
      .limit(PAGE_SIZE + 1);
    return pageOf(rows, (row) => row.id);
  });
}

/** How many a list holds, counted up to the cap. */
export function countOnboardings(actor: Actor, filter: OnboardingFilter): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'onboarding.read')) return 0;
    const rows = await tx
      .select({ id: onboardings.id })
      .from(onboardings)
      .where(filtered(filter))
      .limit(COUNT_CAP + 1);
    return rows.length;
  });
}
