import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export type Crumb = { label: ReactNode; href: string };

export type PageHeaderProps = {
  title: ReactNode;
  /** Pages above this one, outermost first. */
  breadcrumb?: Crumb[];
  /** Already formatted, e.g. `1,000+`. */
  count?: string;
  /** State badge beside the title. */
  badge?: ReactNode;
  description?: ReactNode;
  /** At most one primary button among them. */
  actions?: ReactNode;
};

/** What a page is, where it lies, and what can be done. */
export function PageHeader({
  title,
  breadcrumb,
  count,
  badge,
  description,
  actions,
}: PageHeaderProps) {
  const t = useTranslations('shell');
  return (
    <header className="page-head">
      {breadcrumb && breadcrumb.length > 0 && (
        <nav aria-label={t('breadcrumb')} className="crumbs">
          {breadcrumb.map((crumb) => (
            <span key={crumb.href}>
              <Link href={crumb.href} prefetch={false}>
                {crumb.label}
              </Link>
              <ChevronRight aria-hidden="true" />
            </span>
          ))}
        </nav>
      )}
      <div className="page-head__row">
        <div className="page-head__title">
          <h1>{title}</h1>
          {count !== undefined && <span className="count">{count}</span>}
          {badge}
        </div>
        {actions && <div className="page-head__actions">{actions}</div>}
      </div>
      {description && <div className="mt-1 max-w-3xl text-muted">{description}</div>}
    </header>
  );
}
