import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, stateCheck, workflowColumns } from '../columns';
import { publicRead, tenantPolicies } from '../tenancy';
import type { BothLanguages } from './agreement';

export const ANNOUNCEMENT_STATES = ['draft', 'published', 'withdrawn'] as const;
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number];

/** A public notice (公告) of a penalty, or of anything else: merchant, behaviour, result, date (onboarding.md 9). */
export const announcements = pgTable(
  'announcement',
  {
    ...workflowColumns(ANNOUNCEMENT_STATES),
    title: jsonb('title').$type<BothLanguages>().notNull(),
    body: jsonb('body').$type<BothLanguages>().notNull(),
    /** Left out in notices that are about no merchant. */
    merchantId: text('merchant_id'),
    merchantName: text('merchant_name').notNull(),
    behaviour: jsonb('behaviour').$type<BothLanguages>().notNull(),
    result: jsonb('result').$type<BothLanguages>().notNull(),
    /** Day of the decision, `2026-11-21`; empty where there is none. */
    decidedOn: text('decided_on').notNull(),
    violationId: text('violation_id'),
    publishedAt: moment('published_at'),
    withdrawReason: text('withdraw_reason'),
  },
  (t) => [
    stateCheck('announcement', t.state, ANNOUNCEMENT_STATES),
    index('announcement_published').on(t.publishedAt, t.id),
    index('announcement_state').on(t.state, t.id),
    ...tenantPolicies({}),
    publicRead(sql`${t.state} = 'published'`),
  ],
);
