import { and, count, eq, gte, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { productApplications } from '@/db/schema';
import type { ProductProposal } from '@/db/schema/product-application';
import type { FieldComplaint } from '@/lib/errors';
import type { SettingReader } from '@/lib/settings/read';
import { readCalendar } from '@/lib/time/due';
import { addWorkingDays, dayOf } from '@/lib/time/working-days';
import { completenessComplaints } from './form/complete';
import { frozenComplaints } from './form/frozen';
import type { FormContext } from './form-context';
import { blocking, runRules } from './rules/run';

/** Everything that keeps a proposal from being submitted, by field; empty when it may go to review. */
export function submissionComplaints(
  proposal: ProductProposal,
  form: FormContext,
  live: ProductProposal | undefined,
): Record<string, FieldComplaint> {
  const found: Record<string, FieldComplaint> = {
    ...(live ? frozenComplaints(live, proposal) : {}),
  };
  for (const [field, complaint] of Object.entries(completenessComplaints(proposal, form.limits))) {
    found[field] ??= complaint;
  }
  for (const { ruleId, field, found: words } of blocking(
    runRules(form.rules, proposal, form.rule),
  )) {
    const rule = form.rules.find(({ id }) => id === ruleId);
    found[field] ??= {
      key: 'productApplication.error.field.rule',
      params: {
        id: ruleId,
        found: words ?? '',
        textZh: rule?.textZh ?? '',
        textEn: rule?.textEn ?? '',
      },
    };
  }
  return found;
}

/**
 * When a submission is due: working days by the setting, in proportion longer when the merchant submits many on one
 * calendar day (products.md 3).
 */
export async function reviewDue(
  tx: Tx,
  setting: SettingReader,
  { merchantId, applicationId, now }: { merchantId: string; applicationId: string; now: Date },
): Promise<Date> {
  const zone = await setting('site.timeZone');
  const [today] = await tx
    .select({ others: count() })
    .from(productApplications)
    .where(
      and(
        eq(productApplications.merchantId, merchantId),
        ne(productApplications.id, applicationId),
        gte(
          productApplications.submittedAt,
          sql`(${dayOf(now, zone)}::date::timestamp at time zone ${zone})`,
        ),
      ),
    );
  const submitted = (today?.others ?? 0) + 1;
  const days = reviewDays(
    await setting('productApplication.reviewWorkingDays'),
    await setting('productApplication.bulkFrom'),
    submitted,
  );
  return addWorkingDays(now, days, await readCalendar(tx), zone);
}

/** 3 days up to `bulkFrom` applications a day; twice as many take twice as long. */
export const reviewDays = (base: number, bulkFrom: number, submitted: number): number =>
  submitted < bulkFrom ? base : Math.ceil((base * submitted) / bulkFrom);
