import { TypeTable } from '@/components/message-receiver/type-table';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import {
  fittingReceivers,
  getReceiverBook,
  receiverFilters,
  receiverState,
} from '@/lib/records/message-receiver/queries';

const TONES = { verified: 'success', waiting: 'warning', none: 'neutral' } as const;

export async function generateMetadata() {
  return { title: (await getT('messageReceiver'))('title') };
}

export default async function ReceiversPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('messageReceiver.read');
  const [book, t, language] = await Promise.all([
    getReceiverBook(actor),
    getT('messageReceiver'),
    getT('shell.language'),
  ]);
  const values = await listParams(searchParams);
  const filters = receiverFilters.parse(values);
  const receivers = fittingReceivers(book.receivers, filters);
  const manages = can(actor, 'messageReceiver.manage');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('page.description')}
        actions={
          <>
            <ExportLinks href={exportHref('merchant-receivers', values)} />
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
        <FilterBar
          action="/merchant/receivers"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('page.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: Object.keys(TONES).map((value) => ({ value, label: t(`state.${value}`) })),
            },
          ]}
        />
        <DataTable
          caption={t('page.receivers')}
          columns={[
            { key: 'name', header: t('field.name'), kind: 'link' },
            { key: 'email', header: t('field.email') },
            { key: 'state', header: t('field.state'), kind: 'badge' },
            { key: 'phone', header: t('field.phone') },
            { key: 'locale', header: t('field.locale') },
          ]}
          rows={receivers.map((receiver) => ({
            id: receiver.id,
            ...(manages ? { href: `/merchant/receivers/${receiver.id}` } : {}),
            cells: {
              name: receiver.name,
              email: receiver.email,
              state: {
                text: t(`state.${receiverState(receiver)}`),
                tone: TONES[receiverState(receiver)],
              },
              phone: receiver.phone,
              locale: language(receiver.locale),
            },
          }))}
          empty={
            filters.q || filters.state ? (
              <EmptyState title={t('page.noneTitle')}>{t('page.noneText')}</EmptyState>
            ) : (
              <EmptyState title={t('page.emptyTitle')}>{t('page.emptyText')}</EmptyState>
            )
          }
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
