import { MembersTabs } from '@/components/member/members-tabs';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { memberFilter } from '@/lib/records/member/filter';
import { getSeats, listGroups, listMembers } from '@/lib/records/member/queries';

export async function generateMetadata() {
  return { title: (await getT('member'))('title') };
}

export default async function MembersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('member.read');
  const values = await listParams(searchParams);
  const [page, seats, groups, t, format] = await Promise.all([
    listMembers(actor, memberFilter.parse(values)),
    getSeats(actor),
    listGroups(actor),
    getT('member'),
    getFormat(),
  ]);
  const full = seats.used + seats.invited >= seats.most;
  return (
    <ListPage
      title={t('title')}
      description={
        <>
          <p>{t('list.description')}</p>
          <p className="num mt-1">
            {t('list.seats', { used: seats.used, most: seats.most })}
            {seats.invited > 0 && ` · ${t('list.seatsInvited', { count: seats.invited })}`}
            {full && ` · ${t('list.full')}`}
          </p>
        </>
      }
      actions={
        <>
          <ExportLinks href={exportHref('merchant-members', values)} />
          {can(actor, 'member.manage') && !full && (
            <ButtonLink href="/merchant/members/invite" look="primary">
              {t('list.invite')}
            </ButtonLink>
          )}
        </>
      }
      tabs={<MembersTabs current="members" />}
      filters={
        <FilterBar
          action="/merchant/members"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: ['active', 'disabled'].map((value) => ({
                value,
                label: t(`state.${value}`),
              })),
            },
            {
              kind: 'select',
              name: 'groupId',
              label: t('field.groups'),
              options: groups.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks('/merchant/members', values, page.next)} />}
    >
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link' },
          { key: 'groups', header: t('field.groups'), wrap: true },
          { key: 'scope', header: t('field.scope') },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'joinedAt', header: t('field.joinedAt'), kind: 'date' },
        ]}
        rows={page.rows.map((member) => ({
          id: member.id,
          href: `/merchant/members/${member.id}`,
          cells: {
            name: { text: member.name, sub: member.email },
            groups: member.groups.map(({ name }) => name).join(' · '),
            scope: member.products
              ? t('scope.count', { count: member.products.length })
              : t('scope.all'),
            state: member.owner
              ? { text: t('state.owner'), tone: 'accent' as const }
              : member.disabledAt
                ? { text: t('state.disabled'), tone: 'warning' as const }
                : { text: t('state.active'), tone: 'success' as const },
            joinedAt: format.dateTime(member.createdAt),
          },
        }))}
        empty={<EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
