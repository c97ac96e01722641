import type { ReactNode } from 'react';
import { PageHeader, type PageHeaderProps } from './page-header';

/**
 * A long form in steps: rail at the left, form in the middle, preview and checks at the right.
 * At phone width the rail becomes a strip on top and the preview follows the form.
 */
export function WizardPage({
  steps,
  aside,
  children,
  ...header
}: PageHeaderProps & { steps: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <>
      <PageHeader {...header} />
      <div className={aside ? 'wizard wizard--aside' : 'wizard'}>
        <div className="wizard__steps">{steps}</div>
        <div className="wizard__form">{children}</div>
        {aside && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it
          <aside className="wizard__aside" tabIndex={0}>
            {aside}
          </aside>
        )}
      </div>
    </>
  );
}
