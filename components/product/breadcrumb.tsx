import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SmartLink } from '@/components/ui/smart-link';
import type { ProductView } from './product-view';

/** Where a product stands in the catalogue; plain words in a preview, where it leads nowhere. */
export function Breadcrumb({
  product: { category, categoryIds },
}: {
  product: Pick<ProductView, 'category' | 'categoryIds'>;
}) {
  const t = useTranslations('product.page');
  const crumbs = [
    { name: t('home'), href: categoryIds && '/' },
    ...category.map((name, i) => ({
      name,
      href: categoryIds && `/products?category=${categoryIds[i]}`,
    })),
  ];
  return (
    <nav className="crumbs" aria-label={t('home')}>
      {crumbs.map(({ name, href }, i) => (
        <span key={href ?? name}>
          {href ? <SmartLink href={href}>{name}</SmartLink> : name}
          {i < crumbs.length - 1 && <ChevronRight aria-hidden="true" />}
        </span>
      ))}
    </nav>
  );
}
