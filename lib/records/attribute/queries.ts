import { and, asc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { attributes, specs } from '@/db/schema';
import { ATTRIBUTE_KINDS } from '@/db/schema/attribute';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { textFilter } from '@/lib/list/filters';
import { ownRows } from '@/lib/list/own-rows';
import { containing } from '@/lib/search/like';

/** Filters of the list and of its export; what does not fit is left out. */
export const attributeFilters = z.object({
  q: textFilter,
  kind: z.enum(ATTRIBUTE_KINDS).optional().catch(undefined),
});
export type AttributeFilters = z.infer<typeof attributeFilters>;

export type AttributeRow = typeof attributes.$inferSelect;

/** Presets, then the merchant's own; by kind or a part of name or code. */
export function listAttributes(
  actor: Actor,
  filter: AttributeFilters = {},
): Promise<AttributeRow[]> {
  const merchantId = actor.kind === 'member' ? actor.merchantId : '';
  const like = containing(filter.q);
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(attributes)
      .where(
        and(
          or(isNull(attributes.merchantId), eq(attributes.merchantId, merchantId)),
          filter.kind ? eq(attributes.kind, filter.kind) : undefined,
          like
            ? or(
                ilike(attributes.name, like),
                ilike(attributes.nameEn, like),
                ilike(attributes.code, like),
              )
            : undefined,
        ),
      )
      .orderBy(asc(attributes.merchantId), asc(attributes.id))
      .limit(500),
  );
}

/** One of the merchant's own words, and how many specifications on sale carry a copy of it. */
export function getAttribute(
  actor: Actor,
  id: string,
): Promise<{ attribute: AttributeRow; specs: number } | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [attribute] = await tx
      .select()
      .from(attributes)
      .where(
        and(
          ownRows(actor, 'product.read', { merchant: attributes.merchantId }),
          eq(attributes.id, id),
        ),
      );
    if (!attribute?.merchantId) return undefined;
    const [used] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(specs)
      .where(
        and(
          eq(specs.merchantId, attribute.merchantId),
          eq(specs.state, 'onSale'),
          sql`${specs.attributes} @> ${JSON.stringify([{ code: attribute.code }])}::jsonb`,
        ),
      );
    return { attribute, specs: used?.count ?? 0 };
  });
}
