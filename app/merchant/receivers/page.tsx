import { TypeTable } from '@/components/message-receiver/type-table';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { exportHref } from '@/lib/list/search-params';
import { getReceiverBook } from '@/lib/records/message-receiver/queries';

export async function generateMetadata() {
  return { title: (await getT('messageReceiver'))('title') };
}

export default async function ReceiversPage() {
  const actor = await requireMerchant('messageReceiver.read');
  const [book, t, language] = await Promise.all([
    getReceiverBook(actor),
    getT('messageReceiver'),
    getT('shell.language'),
  ]);
  const manages = can(actor, 'messageReceiver.manage');
  const stateOf = (email: string | null, verifiedAt: Date | null) => {
    if (!email) return { text: t('state.none'), tone: 'neutral' as const };
    return verifiedAt
      ? { text: t('state.verified'), tone: 'success' as const }
      : { text: t('state.waiting'), tone: 'warning' as const };
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('page.description')}
        actions={
          <>
            <ExportLinks href={exportHref('merchant-receivers', {})} />
            {manages && (
              <ButtonLink href="/merchant/receivers/new" look="primary">
                {t('page.add')}
              </ButtonLink>
            )}
          </>
        }
      />
      <section className="mb-8">
        <h2 className="font-semibold">{t('page.receivers')}</h2>
        <p className="mb-3 text-[13px] text-muted">{t('page.receiversText')}</p>
        <DataTable
          caption={t('page.receivers')}
          columns={[
            { key: 'name', header: t('field.name'), kind: 'link' },
            { key: 'email', header: t('field.email') },
            { key: 'state', header: t('field.state'), kind: 'badge' },
            { key: 'phone', header: t('field.phone') },
            { key: 'locale', header: t('field.locale') },
          ]}
          rows={book.receivers.map((receiver) => ({
            id: receiver.id,
            ...(manages ? { href: `/merchant/receivers/${receiver.id}` } : {}),
            cells: {
              name: receiver.name,
              email: receiver.email,
              state: stateOf(receiver.email, receiver.emailVerifiedAt),
              phone: receiver.phone,
              locale: language(receiver.locale),
            },
          }))}
          empty={<EmptyState title={t('page.emptyTitle')}>{t('page.emptyText')}</EmptyState>}
        />
      </section>
      <section>
        <h2 className="font-semibold">{t('page.types')}</h2>
        <p className="mb-3 text-[13px] text-muted">{t('page.site')}</p>
        <TypeTable book={book} manages={manages} />
      </section>
    </>
  );
}
