import { ListPage } from '@/components/shell/list-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import type { Tone } from '@/components/ui/tone';
import { MESSAGE_CHANNELS, MESSAGE_STATES } from '@/db/schema/outbox';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { listMessages } from '@/lib/records/message/queries';

const TONES: Record<string, Tone> = {
  pending: 'info',
  sent: 'success',
  failed: 'danger',
  held: 'warning',
};

export default async function MessagesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('message.read');
  const values = await listParams(searchParams);
  const [t, format, page] = await Promise.all([
    getT('message'),
    getFormat(),
    listMessages(actor, values),
  ]);
  const choices = (list: readonly string[], group: string) =>
    list.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <ListPage
      title={t('list.title')}
      description={t('list.description')}
      actions={<ExportLinks href={exportHref('ops-messages', values)} />}
      filters={
        <FilterBar
          action="/ops/messages"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'channel',
              label: t('field.channel'),
              options: choices(MESSAGE_CHANNELS, 'channel'),
            },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: choices(MESSAGE_STATES, 'state'),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/ops/messages', values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'subject', header: t('field.subject'), kind: 'link', wrap: true },
          { key: 'address', header: t('field.address') },
          { key: 'channel', header: t('field.channel') },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'tries', header: t('field.tries'), kind: 'number' },
          { key: 'createdAt', header: t('field.createdAt'), kind: 'date' },
        ]}
        rows={page.rows.map((message) => ({
          id: message.id,
          href: `/ops/messages/${message.id}`,
          ...(message.state === 'failed' ? { tone: 'danger' as const } : {}),
          cells: {
            subject: {
              text: message.subject,
              ...(message.lastError ? { sub: message.lastError } : {}),
            },
            address: message.channel === 'site' ? t('siteAddress') : message.address,
            channel: t(`channel.${message.channel}`),
            state: { text: t(`state.${message.state}`), tone: TONES[message.state] ?? 'neutral' },
            tries: message.tries,
            createdAt: format.dateTime(message.createdAt),
          },
        }))}
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
