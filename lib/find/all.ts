import type { Actor } from '@/lib/auth/actor';
import { appealFinder } from './appeal';
import type { Finder, Found } from './define';
import { invoiceFinder } from './invoice';
import { orderFinder } from './order';
import { productFinder } from './product';
import { queueFinder } from './queue';
import { refundFinder } from './refund';
import { storeFinder } from './store';

export const FINDERS: readonly Finder[] = [
  queueFinder,
  productFinder,
  storeFinder,
  orderFinder,
  appealFinder,
  refundFinder,
  invoiceFinder,
];

const PER_GROUP = 6;

/** What the palette shows for some typed words: objects this actor may see, in groups. */
export async function findEverything(
  actor: Actor,
  typed: string,
): Promise<{ name: string; items: Found[] }[]> {
  const q = typed.trim().slice(0, 100);
  if (q.length === 0) return [];
  const groups = await Promise.all(
    FINDERS.map(async ({ name, find }) => ({ name, items: await find(actor, q, PER_GROUP) })),
  );
  return groups.filter(({ items }) => items.length > 0);
}
