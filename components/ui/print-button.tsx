import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from './button';

/** Prints the page; the frame's script listens for `data-print`, and without script there is no button. */
export function PrintButton() {
  const t = useTranslations('ui');
  return (
    <Button className="print-button" data-print="">
      <Printer aria-hidden="true" />
      {t('print')}
    </Button>
  );
}
