import { asc, sql } from 'drizzle-orm';
import { z } from 'zod';
import { categories } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { textFilter } from '@/lib/list/filters';
import { settingReader } from '@/lib/settings/read';
import { deriveTaxType, type TaxType } from '@/lib/workflows/product/tax';

type CategoryRow = typeof categories.$inferSelect;

export interface CatalogueLeaf extends CategoryRow {
  /** Products listed under it, delisted ones too: what keeps it from being removed. */
  products: number;
  /** Of them on sale. */
  onSale: number;
  /** What a manual service under it is taxed as; other delivery types follow the same table. */
  taxType: TaxType;
}

export interface CatalogueTop extends CategoryRow {
  leaves: CatalogueLeaf[];
}

/** Filters of the catalogue and of its export; wrong values count as none. */
export const categoryFilters = z.object({
  q: textFilter,
  state: z.enum(['active', 'retired']).optional().catch(undefined),
});
export type CategoryFilters = Partial<z.infer<typeof categoryFilters>>;

/** The tree with the entries that fit; a top category that fits by its name keeps all its leaves. */
export async function findCategories(
  actor: Actor,
  { q, state }: CategoryFilters,
): Promise<CatalogueTop[]> {
  const words = q?.toLowerCase();
  const named = (row: CategoryRow) =>
    !words || `${row.nameZh} ${row.nameEn} ${row.code}`.toLowerCase().includes(words);
  const tree = await listCatalogue(actor);
  if (!words && !state) return tree;
  return tree.flatMap((top) => {
    const leaves = top.leaves.filter(
      (leaf) => (named(top) || named(leaf)) && (!state || leaf.state === state),
    );
    const itself = named(top) && (!state || top.state === state);
    return leaves.length > 0 || itself ? [{ ...top, leaves }] : [];
  });
}

/** The whole tree with retired entries, usage and tax types, for operators who edit it (products.md 2). */
export async function listCatalogue(actor: Actor): Promise<CatalogueTop[]> {
  if (!can(actor, 'category.change')) return [];
  return withActor(actor, async ({ tx, now }) => {
    const rules = await settingReader(tx, now)('tax.derivation');
    const rows = await tx
      .select()
      .from(categories)
      .orderBy(asc(categories.position), asc(categories.id));
    const used = new Map(
      (
        await tx.execute<{ id: string; products: number; on_sale: number }>(sql`
          select category_id as id, count(*)::int as products,
            (count(*) filter (where state = 'onSale'))::int as on_sale
          from product group by category_id`)
      ).map((row) => [row.id, row]),
    );
    return rows
      .filter((row) => row.parentId === null)
      .map((top) => ({
        ...top,
        leaves: rows
          .filter((row) => row.parentId === top.id)
          .map((leaf) => ({
            ...leaf,
            products: used.get(leaf.id)?.products ?? 0,
            onSale: used.get(leaf.id)?.on_sale ?? 0,
            taxType: deriveTaxType(rules, {
              deliveryType: 'manualService',
              billing: 'oneTime',
              categoryCodes: [leaf.code, top.code],
            }),
          })),
      }));
  });
}
