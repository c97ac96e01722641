import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from './button';

/**
 * Keyset paging: only next and previous, as links. `total` is already formatted (and capped).
 * @param previous address of the page before, or null on the first
 */
export function Pager({
  previous,
  next,
  total,
}: {
  previous: string | null;
  next: string | null;
  total?: string;
}) {
  const t = useTranslations('ui.pager');
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('label')} className="flex items-center justify-end gap-2 py-3">
      {total && <span className="num me-auto text-muted">{t('total', { total })}</span>}
      <Turn href={previous} rel="prev">
        <ChevronLeft aria-hidden="true" />
        {t('previous')}
      </Turn>
      <Turn href={next} rel="next">
        {t('next')}
        <ChevronRight aria-hidden="true" />
      </Turn>
    </nav>
  );
}

function Turn({
  href,
  rel,
  children,
}: {
  href: string | null;
  rel: string;
  children: React.ReactNode;
}) {
  if (!href) return <Button disabled>{children}</Button>;
  return (
    <ButtonLink href={href} rel={rel}>
      {children}
    </ButtonLink>
  );
}
