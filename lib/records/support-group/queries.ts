import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { presales, supportGroups } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';

export type SupportGroup = typeof supportGroups.$inferSelect;
export type Presales = typeof presales.$inferSelect;

/** The merchant's own after-sales groups, oldest first. */
export function listOwnSupportGroups(actor: Actor): Promise<SupportGroup[]> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'member' || !can(actor, 'supportGroup.read')) return [];
    return liveGroups(tx, actor.merchantId);
  });
}

export const liveGroups = (tx: Tx, merchantId: string): Promise<SupportGroup[]> =>
  tx
    .select()
    .from(supportGroups)
    .where(and(eq(supportGroups.merchantId, merchantId), isNull(supportGroups.removedAt)))
    .orderBy(asc(supportGroups.id));

/** Groups that a product names, for its page; anybody may read them. */
export function listSupportGroupsOf(
  actor: Actor,
  merchantId: string,
  ids: readonly string[],
): Promise<SupportGroup[]> {
  return withActor(actor, async ({ tx }) => {
    if (ids.length === 0) return [];
    return tx
      .select()
      .from(supportGroups)
      .where(and(eq(supportGroups.merchantId, merchantId), inArray(supportGroups.id, [...ids])))
      .orderBy(asc(supportGroups.id));
  });
}

export interface SupportView {
  groups: SupportGroup[];
  presales: Presales | undefined;
  hotline: string;
  limits: { groups: number; phones: number; days: number; hours: number };
}

/** Everything on the merchant's service and support page. */
export function getSupportView(actor: Actor): Promise<SupportView> {
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const own = actor.kind === 'member' && can(actor, 'supportGroup.read') ? actor.merchantId : '';
    const [line] = await tx.select().from(presales).where(eq(presales.merchantId, own));
    return {
      groups: await liveGroups(tx, own),
      presales: line,
      hotline: await setting('support.hotline'),
      limits: {
        groups: await setting('support.groups'),
        phones: await setting('support.presalesPhones'),
        days: await setting('onboarding.serviceDays'),
        hours: await setting('onboarding.serviceHours'),
      },
    };
  });
}

/**
 * Hotline, extension and reception hours of a merchant for its product pages; undefined where nothing is configured,
 * so that the page shows the customer-service telephone instead (onboarding.md 7.2). The bound numbers stay inside.
 */
export function getPublicPresales(
  merchantId: string,
): Promise<{ hotline: string; extension: number; hours: Presales['hours'] } | undefined> {
  return withActor(system('product page'), async ({ tx, now }) => {
    const hotline = await settingReader(tx, now)('support.hotline');
    if (!hotline) return undefined;
    const [line] = await tx.select().from(presales).where(eq(presales.merchantId, merchantId));
    return line ? { hotline, extension: line.extension, hours: line.hours } : undefined;
  });
}
