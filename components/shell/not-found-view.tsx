import { MapPinOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Not there, taken down, or not theirs: all look the same. */
export default function NotFoundView() {
  const t = useTranslations('site.notFound');
  return (
    <div className="grid min-h-[70vh] place-items-center">
      <EmptyState
        icon={<MapPinOff strokeWidth={1.5} aria-hidden="true" />}
        title={<h1>{t('title')}</h1>}
        actions={<ButtonLink href="/">{t('home')}</ButtonLink>}
      >
        {t('body')}
      </EmptyState>
    </div>
  );
}
