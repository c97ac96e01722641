import { MembersTabs } from '@/components/member/members-tabs';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { memberSearch } from '@/lib/records/member/filter';
import { listGroups, listInvitations } from '@/lib/records/member/queries';
import { revoke } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('member'))('tab.invitations') };
}

export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('member.read');
  const values = await listParams(searchParams);
  const filters = memberSearch.parse(values);
  const [invitations, groups, t, format] = await Promise.all([
    listInvitations(actor, filters),
    listGroups(actor),
    getT('member'),
    getFormat(),
  ]);
  const manages = can(actor, 'member.manage');
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name;
  return (
    <ListPage
      title={t('title')}
      count={format.count(invitations.length)}
      actions={
        <>
          <ExportLinks href={exportHref('merchant-invitations', values)} />
          {manages && (
            <ButtonLink href="/merchant/members/invite" look="primary">
              {t('event.invite')}
            </ButtonLink>
          )}
        </>
      }
      tabs={<MembersTabs current="invitations" />}
      filters={
        <FilterBar
          action="/merchant/members/invitations"
          values={values}
          fields={[{ kind: 'search', name: 'q', placeholder: t('invitations.search') }]}
        />
      }
    >
      <DataTable
        caption={t('tab.invitations')}
        columns={[
          { key: 'email', header: t('field.email') },
          { key: 'groups', header: t('field.groups'), wrap: true },
          { key: 'scope', header: t('field.scope') },
          { key: 'invitedAt', header: t('field.invitedAt'), kind: 'date' },
          { key: 'expiresAt', header: t('field.expiresAt'), kind: 'date' },
          ...(manages ? [{ key: 'act', header: t('field.act'), kind: 'actions' as const }] : []),
        ]}
        rows={invitations.map((invitation) => ({
          id: invitation.id,
          cells: {
            email: invitation.email,
            groups: invitation.groupIds.map(nameOf).filter(Boolean).join(' · '),
            scope: invitation.products
              ? t('scope.count', { count: invitation.products.length })
              : t('scope.all'),
            invitedAt: format.dateTime(invitation.createdAt),
            expiresAt: format.dateTime(invitation.expiresAt),
            act: {
              node: (
                <ConfirmDialog
                  trigger={t('event.revokeInvitation')}
                  title={t('event.revokeInvitation')}
                  intro={t('invitations.revokeIntro')}
                  consequences={[{ label: t('field.email'), value: invitation.email }]}
                  confirm={t('event.revokeInvitation')}
                  size="sm"
                  look="outline"
                  danger
                  action={revoke}
                  hidden={{ id: invitation.id }}
                  success={t('invitations.revoked')}
                />
              ),
            },
          },
        }))}
        empty={
          filters.q ? (
            <EmptyState title={t('invitations.noneTitle')}>{t('list.none')}</EmptyState>
          ) : (
            <EmptyState title={t('invitations.emptyTitle')}>
              {t('invitations.emptyText')}
            </EmptyState>
          )
        }
      />
    </ListPage>
  );
}
