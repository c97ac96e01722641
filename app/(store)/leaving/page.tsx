import { notFound } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { visitor } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { outboundAddress } from '@/lib/outbound';

/** Stands between the marketplace and a merchant's own site (onboarding.md 7.6). */
export default async function LeavingPage({ searchParams }: { searchParams: SearchParams }) {
  await visitor();
  const { to } = await listParams(searchParams);
  const address = outboundAddress(to);
  if (!address) notFound();
  const t = await getT('store.leaving');
  return (
    <div className="mx-auto max-w-xl py-10">
      <Card>
        <h1 className="mb-3 text-[20px] font-semibold">{t('title')}</h1>
        <Alert tone="warning">{t('warning')}</Alert>
        <p className="my-4 break-all text-muted">{address}</p>
        <div className="flex flex-wrap gap-2">
          <a
            className={buttonClass({ look: 'primary' })}
            href={address}
            rel="nofollow noopener noreferrer"
          >
            {t('go')}
          </a>
          <ButtonLink href="/">{t('stay')}</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
