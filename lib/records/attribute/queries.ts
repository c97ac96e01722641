import { and, asc, eq, ilike, isNull, or } from 'drizzle-orm';
import { attributes } from '@/db/schema';
import type { AttributeKind } from '@/db/schema/attribute';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

export type AttributeRow = typeof attributes.$inferSelect;

/** Presets, then the merchant's own; by kind or a part of name or code. */
export function listAttributes(
  actor: Actor,
  filter: { kind?: AttributeKind; q?: string } = {},
): Promise<AttributeRow[]> {
  const merchantId = actor.kind === 'member' ? actor.merchantId : '';
  const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
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
