import type { ReactNode } from 'react';
import { PrintButton } from '@/components/ui/print-button';
import { PageHeader, type PageHeaderProps } from './page-header';

/**
 * One object: header with name, state and the one primary action; who is next under it; sections
 * in the middle; timeline and evidence at the side (below at phone width).
 */
export function DetailPage({
  next,
  tabs,
  side,
  print,
  actions,
  children,
  ...header
}: PageHeaderProps & {
  /** The who-is-next line. */
  next?: ReactNode;
  tabs?: ReactNode;
  side?: ReactNode;
  /** Offers to print: a page that people hand in or file. */
  print?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader
        {...header}
        actions={
          print ? (
            <>
              <PrintButton />
              {actions}
            </>
          ) : (
            actions
          )
        }
      />
      {next && <div className="mb-4">{next}</div>}
      {tabs && <div className="mb-4">{tabs}</div>}
      <div className={side ? 'detail detail--sided' : 'detail'}>
        <div className="detail__main">{children}</div>
        {side && <aside className="detail__side">{side}</aside>}
      </div>
    </>
  );
}
