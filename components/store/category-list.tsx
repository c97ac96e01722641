import { ChevronDown } from 'lucide-react';
import { cx } from '@/components/ui/class-names';
import { SmartLink } from '@/components/ui/smart-link';

export interface CategoryLink {
  id: string;
  name: string;
  href: string;
  leaves: { id: string; name: string; href: string }[];
}

/** The catalogue beside a list of products; the chosen top category shows its leaves. On a phone it folds. */
export function CategoryList({
  categories,
  chosen,
  title,
  all,
}: {
  categories: CategoryLink[];
  chosen: string | undefined;
  /** What the fold says, e.g. the chosen category. */
  title: string;
  all: { name: string; href: string };
}) {
  const link = (id: string | undefined, name: string, href: string) => (
    <SmartLink
      href={href}
      className={cx('browse__link', id === chosen && 'browse__link--on')}
      {...(id === chosen ? { 'aria-current': 'true' as const } : {})}
    >
      {name}
    </SmartLink>
  );
  return (
    <nav className="browse" aria-label={all.name}>
      <input type="checkbox" id="browse-fold" className="browse__toggle sr-only" />
      <label htmlFor="browse-fold" className="browse__fold">
        {title}
        <ChevronDown aria-hidden="true" />
      </label>
      <ul className="browse__list">
        <li>{link(undefined, all.name, all.href)}</li>
        {categories.map((top) => {
          const open = top.id === chosen || top.leaves.some(({ id }) => id === chosen);
          return (
            <li key={top.id}>
              {link(top.id, top.name, top.href)}
              {open && (
                <ul className="browse__leaves">
                  {top.leaves.map((leaf) => (
                    <li key={leaf.id}>{link(leaf.id, leaf.name, leaf.href)}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
