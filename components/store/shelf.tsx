import type { StoreListItem } from '@/lib/workflows/product/queries';
import { meanOf } from '@/lib/workflows/product-review/mean';
import { ProductCard } from './product-card';

/**
 * Products side by side. `from` puts the lowest price into words, `category` names a category by its id.
 * @param shop all are of one merchant, which is not named again
 */
export function Shelf({
  items,
  from,
  category,
  shop,
}: {
  items: StoreListItem[];
  from: (fen: bigint) => string;
  category?: (id: string) => string | undefined;
  shop?: boolean;
}) {
  return (
    <div className="shelf">
      {items.map((item) => (
        <ProductCard
          key={item.id}
          href={`/products/${item.id}`}
          name={item.name}
          merchant={shop ? undefined : (item.merchantName ?? undefined)}
          category={category?.(item.categoryId)}
          summary={item.summary}
          price={from(item.fromPrice)}
          pictureFileId={item.pictureFileId}
          logoFileId={item.logoFileId}
          rating={
            item.reviews
              ? { count: item.reviews, overall: meanOf(item.scores ?? 0, item.reviews * 3) }
              : undefined
          }
        />
      ))}
    </div>
  );
}
