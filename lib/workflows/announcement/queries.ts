import { and, desc, eq, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { announcements } from '@/db/schema';
import { ANNOUNCEMENT_STATES } from '@/db/schema/announcement';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import type { AnnouncementRow } from './machine';

export const announcementFilters = z.object({
  q: textFilter,
  state: z.enum(ANNOUNCEMENT_STATES).optional().catch(undefined),
  from: dayFilter,
  to: dayFilter,
});
export type AnnouncementFilters = z.infer<typeof announcementFilters>;

function matching({ q, from, to }: AnnouncementFilters, at: 'publishedAt' | 'createdAt') {
  const range = dayRange({ from, to });
  const like = q && contains(q);
  return and(
    like
      ? or(
          ilike(announcements.merchantName, like),
          sql`${announcements.title}->>'zh-CN' ilike ${like}`,
          sql`${announcements.title}->>'en' ilike ${like}`,
        )
      : undefined,
    range.from ? gte(announcements[at], range.from) : undefined,
    range.to ? lt(announcements[at], range.to) : undefined,
  );
}

/** Where a published notice stands in the list: newest first. */
export const publishedCursor = (row: AnnouncementRow): string =>
  `${row.publishedAt?.toISOString() ?? ''}|${row.id}`;

const published = (filters: AnnouncementFilters): SQL | undefined =>
  and(eq(announcements.state, 'published'), matching(filters, 'publishedAt'));

/** What is announced, newest first; for everybody. */
export function listPublished(
  actor: Actor,
  filters: AnnouncementFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<AnnouncementRow>> {
  const [at = '', id] = after?.split('|') ?? [];
  // A cursor comes from an address, which may say anything.
  const beyond =
    id && !Number.isNaN(Date.parse(at))
      ? sql`(${announcements.publishedAt}, ${announcements.id}) < (${at}::timestamptz, ${id})`
      : undefined;
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(announcements)
      .where(and(published(filters), beyond))
      .orderBy(desc(announcements.publishedAt), desc(announcements.id))
      .limit(size + 1);
    return pageOf(rows, publishedCursor, size);
  });
}

export function countPublished(actor: Actor, filters: AnnouncementFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, announcements, published(filters)));
}

/** One published notice; nothing for drafts and what was taken back. */
export async function getPublished(actor: Actor, id: string): Promise<AnnouncementRow | undefined> {
  const [row] = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(announcements)
      .where(and(eq(announcements.id, id), eq(announcements.state, 'published'))),
  );
  return row;
}

const ofStaff = (actor: Actor, filters: AnnouncementFilters): SQL | undefined =>
  actor.kind === 'operator' && can(actor, 'announcement.read')
    ? and(
        filters.state ? eq(announcements.state, filters.state) : undefined,
        matching(filters, 'createdAt'),
      )
    : sql`false`;

/** Notices in every state, newest first, for staff. */
export function listAnnouncements(
  actor: Actor,
  filters: AnnouncementFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<AnnouncementRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(announcements)
      .where(and(ofStaff(actor, filters), after ? lt(announcements.id, after) : undefined))
      .orderBy(desc(announcements.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

export function countAnnouncements(actor: Actor, filters: AnnouncementFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, announcements, ofStaff(actor, filters)));
}

/** One notice for staff, with the time. */
export function getAnnouncement(
  actor: Actor,
  id: string,
): Promise<{ row: AnnouncementRow; now: Date } | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [row] = await tx
      .select()
      .from(announcements)
      .where(and(ofStaff(actor, {}), eq(announcements.id, id)));
    return row && { row, now };
  });
}

/** Notices that followed from a violation, for staff. */
export function listAnnouncementsOf(actor: Actor, violationId: string): Promise<AnnouncementRow[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(announcements)
      .where(and(ofStaff(actor, {}), eq(announcements.violationId, violationId)))
      .orderBy(desc(announcements.id)),
  );
}
