import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/auth/actor';
import { can, type Permission } from '@/lib/auth/permissions';

export interface TenantOf {
  merchant?: PgColumn;
  buyer?: PgColumn;
  /** Column of the product; a member with a product scope sees rows of those products only. */
  product?: PgColumn;
}

/**
 * The first fence of a list: rows of the actor's own tenant and product scope, nothing without the permission,
 * everything for staff and the system who hold it.
 */
export function ownRows(actor: Actor, permission: Permission, of: TenantOf): SQL | undefined {
  const nothing = sql`false`;
  if (actor.kind !== 'system' && !can(actor, permission)) return nothing;
  switch (actor.kind) {
    case 'visitor':
      return nothing;
    case 'buyer':
      return of.buyer ? eq(of.buyer, actor.accountId) : nothing;
    case 'member': {
      if (!of.merchant) return nothing;
      const scope =
        actor.products && of.product ? inArray(of.product, [...actor.products]) : undefined;
      return and(eq(of.merchant, actor.merchantId), scope);
    }
    default:
      return undefined;
  }
}
