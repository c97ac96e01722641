import { MembersTabs } from '@/components/member/members-tabs';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listGroups, listInvitations } from '@/lib/records/member/queries';
import { revoke } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('member'))('tab.invitations') };
}

export default async function InvitationsPage() {
  const actor = await requireMerchant('member.read');
  const [invitations, groups, t, format] = await Promise.all([
    listInvitations(actor),
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
        manages && (
          <ButtonLink href="/merchant/members/invite" look="primary">
            {t('event.invite')}
          </ButtonLink>
        )
      }
      tabs={<MembersTabs current="invitations" />}
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
          <EmptyState title={t('invitations.emptyTitle')}>{t('invitations.emptyText')}</EmptyState>
        }
      />
    </ListPage>
  );
}
