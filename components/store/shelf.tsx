import type { StoreListItem } from '@/lib/workflows/product/queries';
import { ProductCard } from './product-card';

/** Products side by side. `from` puts the lowest price into words. */
export function Shelf({ items, from }: { items: StoreListItem[]; from: (fen: bigint) => string }) {
  return (
    <div className="shelf">
      {items.map((item) => (
        <ProductCard
          key={item.id}
          href={`/products/${item.id}`}
          name={item.name}
          merchant={item.merchantName ?? ''}
          summary={item.summary}
          price={from(item.fromPrice)}
          pictureFileId={item.pictureFileId}
        />
      ))}
    </div>
  );
}
