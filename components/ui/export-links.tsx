import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from './button';
import { Menu } from './menu';

/**
 * The list as CSV or Excel, with the filters that are set.
 * @param href address of the export without its format; `format=csv|xlsx` is added
 */
export function ExportLinks({ href }: { href: string }) {
  const t = useTranslations('ui.export');
  const join = href.includes('?') ? '&' : '?';
  return (
    <Menu
      triggerClass={buttonClass()}
      trigger={
        <>
          <Download aria-hidden="true" />
          {t('label')}
        </>
      }
    >
      <a className="menu__item" href={`${href}${join}format=csv`} download>
        {t('csv')}
      </a>
      <a className="menu__item" href={`${href}${join}format=xlsx`} download>
        {t('xlsx')}
      </a>
    </Menu>
  );
}
