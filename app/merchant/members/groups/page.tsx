import { MembersTabs } from '@/components/member/members-tabs';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { memberSearch } from '@/lib/records/member/filter';
import { listGroups } from '@/lib/records/member/queries';

export async function generateMetadata() {
  return { title: (await getT('member'))('tab.groups') };
}

export default async function GroupsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('member.read');
  const values = await listParams(searchParams);
  const filters = memberSearch.parse(values);
  const [groups, t, words, format] = await Promise.all([
    listGroups(actor, filters),
    getT('member'),
    getT('permission'),
    getFormat(),
  ]);
  return (
    <ListPage
      title={t('title')}
      count={format.count(groups.length)}
      description={t('groups.description')}
      tabs={<MembersTabs current="groups" />}
      actions={
        <>
          <ExportLinks href={exportHref('merchant-member-groups', values)} />
          {can(actor, 'member.manage') && (
            <ButtonLink href="/merchant/members/groups/new" look="primary">
              {t('groups.create')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action="/merchant/members/groups"
          values={values}
          fields={[{ kind: 'search', name: 'q', placeholder: t('groups.search') }]}
        />
      }
    >
      <DataTable
        caption={t('tab.groups')}
        columns={[
          { key: 'name', header: t('field.groupName'), kind: 'link' },
          { key: 'permissions', header: t('field.permissions'), wrap: true },
          { key: 'members', header: t('field.members'), kind: 'number' },
        ]}
        rows={groups.map((group) => ({
          id: group.id,
          href: `/merchant/members/groups/${group.id}`,
          cells: {
            name: group.name,
            permissions: {
              text: group.permissions.map((permission) => words(`name.${permission}`)).join(' · '),
            },
            members: group.members,
          },
        }))}
        empty={
          filters.q ? (
            <EmptyState title={t('groups.noneTitle')}>{t('list.none')}</EmptyState>
          ) : (
            <EmptyState title={t('groups.emptyTitle')}>{t('groups.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
