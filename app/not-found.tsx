import { MapPinOff } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { getT } from '@/lib/i18n/server';

export default async function NotFound() {
  const t = await getT('site.notFound');
  return (
    <main className="grid min-h-[70vh] place-items-center">
      <EmptyState
        icon={<MapPinOff strokeWidth={1.5} aria-hidden="true" />}
        title={<h1>{t('title')}</h1>}
        actions={<ButtonLink href="/">{t('home')}</ButtonLink>}
      >
        {t('body')}
      </EmptyState>
    </main>
  );
}
