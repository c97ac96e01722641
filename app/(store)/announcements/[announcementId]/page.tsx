import { notFound } from 'next/navigation';
import { AnnouncementView } from '@/components/announcement/announcement-view';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { getPublished } from '@/lib/workflows/announcement/queries';

export default async function PublicAnnouncementPage({
  params,
}: {
  params: Promise<{ announcementId: string }>;
}) {
  const actor = await visitor();
  const { announcementId } = await params;
  const row = await getPublished(actor, announcementId);
  if (!row) notFound();
  const [t, locale, format] = await Promise.all([
    getT('announcement'),
    currentLocale(),
    getFormat(),
  ]);
  return (
    <>
      <PageHeader
        title={row.title[locale]}
        breadcrumb={[{ label: t('public.title'), href: '/announcements' }]}
        description={<span className="num">{format.date(row.publishedAt)}</span>}
      />
      <Card>
        <AnnouncementView row={row} locale={locale} format={format} />
      </Card>
    </>
  );
}
