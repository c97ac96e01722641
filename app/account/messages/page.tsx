import { AccountPage } from '@/components/account/account-page';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countUnread, inboxFilters, listInbox, listInboxTypes } from '@/lib/records/inbox/queries';
import { readAll } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('tab.messages') };
}

/** Site messages of every hat the person wears, newest first. */
export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filter = inboxFilters.parse(values);
  const [page, types, unread, t, words, format] = await Promise.all([
    listInbox(actor, {
      q: filter.q,
      type: filter.type,
      unread: filter.show === 'unread',
      ...(values.after ? { after: values.after } : {}),
    }),
    listInboxTypes(actor),
    countUnread(actor),
    getT('account'),
    getT('inbox'),
    getFormat(),
  ]);
  const typeName = (type: string) =>
    words.has(`type.${type}`) ? words(`type.${type}`) : words('type.other');
  return (
    <AccountPage tab="messages" wide>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <FilterBar
          action="/account/messages"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: words('search') },
            {
              kind: 'select',
              name: 'show',
              label: words('field.state'),
              options: [{ value: 'unread', label: words('unread') }],
            },
            {
              kind: 'select',
              name: 'type',
              label: words('field.type'),
              options: types.map((value) => ({ value, label: typeName(value) })),
            },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <ExportLinks href={exportHref('inbox', values)} />
          {unread > 0 && (
            <ActionForm action={readAll} success={words('allRead')}>
              <SubmitButton look="outline">
                {words('readAll', { count: format.count(unread, unread >= 1000) })}
              </SubmitButton>
            </ActionForm>
          )}
        </div>
      </div>
      <DataTable
        caption={t('tab.messages')}
        columns={[
          { key: 'subject', header: words('field.subject'), kind: 'link', wrap: true },
          { key: 'type', header: words('field.type') },
          { key: 'state', header: words('field.state'), kind: 'badge' },
          { key: 'createdAt', header: words('field.createdAt'), kind: 'date' },
        ]}
        rows={page.rows.map((message) => ({
          id: message.id,
          href: `/account/messages/${message.id}`,
          cells: {
            subject: {
              text: message.subject,
              sub: message.body.split('\n').at(-1)?.slice(0, 120) ?? '',
            },
            type: typeName(message.type),
            state: message.readAt
              ? { text: words('read'), tone: 'neutral' as const }
              : { text: words('unread'), tone: 'info' as const },
            createdAt: format.dateTime(message.createdAt),
          },
        }))}
        empty={
          filter.q || filter.type || filter.show ? (
            <EmptyState
              title={words('noneTitle')}
              actions={<ButtonLink href="/account/messages">{words('all')}</ButtonLink>}
            >
              {words('noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
          )
        }
      />
      <Pager {...pageLinks('/account/messages', values, page.next)} />
    </AccountPage>
  );
}
