import { eq } from 'drizzle-orm';
import { announcements, standings, violations } from '@/db/schema';
import type { BothLanguages } from '@/db/schema/agreement';
import { merchantAudience } from '../audience';
import type { Notices } from '../define';
import { operatorReceivers } from '../receivers';

const TYPE = 'merchant.standing';
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** A merchant hears of every change of its standing. */
export const standingNotices: Notices = {
  merchant: async ({ tx, row, now }) => {
    const [standing] = await tx.select().from(standings).where(eq(standings.id, row.subjectId));
    if (!standing) return null;
    const until = new Date(textOf(row.params.until));
    return {
      receivers: await merchantAudience(tx, standing.merchantId, TYPE),
      params: {
        merchant: standing.merchantName,
        reason: textOf(row.params.reason),
        until: Number.isNaN(until.getTime()) ? now : until,
      },
      href: '/merchant/standing',
      type: TYPE,
    };
  },
};

/** Violations: their steps to the merchant, its answer to those who decide. */
export const violationNotices: Notices = {
  merchant: async ({ tx, row }) => {
    const [violation] = await tx.select().from(violations).where(eq(violations.id, row.subjectId));
    if (!violation) return null;
    return {
      receivers: await merchantAudience(tx, violation.merchantId, TYPE),
      params: (locale) => ({
        behaviour: violation.behaviourText[locale],
        points: violation.points,
        reason: textOf(row.params.reason) || violation.reason,
        product: violation.productName ?? '',
        answerBy: violation.dueAt ?? violation.recordedAt,
      }),
      href: `/merchant/standing/${violation.id}`,
      type: TYPE,
    };
  },
  operations: async ({ tx, row }) => {
    const [violation] = await tx.select().from(violations).where(eq(violations.id, row.subjectId));
    if (violation?.state !== 'answered') return null;
    return {
      receivers: await operatorReceivers(tx, 'violation.decide', ['site']),
      params: (locale) => ({
        merchant: violation.merchantName,
        behaviour: violation.behaviourText[locale],
      }),
      href: `/ops/violations/${violation.id}`,
      type: 'review.waiting',
    };
  },
};

/** The merchant that a public notice names hears of it. */
export const announcementNotices: Notices = {
  merchant: async ({ tx, row }) => {
    const [found] = await tx
      .select()
      .from(announcements)
      .where(eq(announcements.id, row.subjectId));
    if (!found?.merchantId) return null;
    if (row.event === 'withdraw' && row.params.wasPublished !== true) return null;
    const title: BothLanguages = found.title;
    return {
      receivers: await merchantAudience(tx, found.merchantId, TYPE, ['site', 'mail']),
      params: (locale) => ({ title: title[locale], reason: found.withdrawReason ?? '' }),
      href: row.event === 'publish' ? `/announcements/${found.id}` : '/merchant/standing',
      type: TYPE,
    };
  },
};
