import { MembersTabs } from '@/components/member/members-tabs';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listGroups } from '@/lib/records/member/queries';

export async function generateMetadata() {
  return { title: (await getT('member'))('tab.groups') };
}

export default async function GroupsPage() {
  const actor = await requireMerchant('member.read');
  const [groups, t, words, format] = await Promise.all([
    listGroups(actor),
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
        can(actor, 'member.manage') && (
          <ButtonLink href="/merchant/members/groups/new" look="primary">
            {t('groups.create')}
          </ButtonLink>
        )
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
        empty={<EmptyState title={t('groups.emptyTitle')}>{t('groups.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
