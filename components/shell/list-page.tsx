import type { ReactNode } from 'react';
import { PageHeader, type PageHeaderProps } from './page-header';

/** A list and nothing else: title with count, views, filters, table, pages. */
export function ListPage({
  tabs,
  filters,
  pager,
  children,
  ...header
}: PageHeaderProps & {
  tabs?: ReactNode;
  filters?: ReactNode;
  pager?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader {...header} />
      {tabs && <div className="mb-3">{tabs}</div>}
      {filters}
      {children}
      {pager}
    </>
  );
}
