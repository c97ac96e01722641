import { notFound } from 'next/navigation';
import { GroupForm } from '@/components/member/group-form';
import { PermissionNames } from '@/components/member/permission-names';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { listEvidence } from '@/lib/audit/queries';
import { can, grantablePermissions } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { orNothing } from '@/lib/errors';
import { getT } from '@/lib/i18n/server';
import { getGroup } from '@/lib/records/member/queries';
import { dropGroup, saveGroup } from '../../actions';

export default async function GroupPage({ params }: { params: Promise<{ groupId: string }> }) {
  const actor = await requireMerchant('member.read');
  const { groupId } = await params;
  const group = await orNothing(getGroup(actor, groupId));
  if (!group) notFound();
  const [t, log] = await Promise.all([getT('member'), listEvidence(actor, 'member', group.id)]);
  const manages = can(actor, 'member.manage');
  return (
    <DetailPage
      title={group.name}
      breadcrumb={[
        { label: t('title'), href: '/merchant/members' },
        { label: t('tab.groups'), href: '/merchant/members/groups' },
      ]}
      actions={
        manages && (
          <ConfirmDialog
            trigger={t('event.deleteGroup')}
            title={t('event.deleteGroup')}
            intro={t('groups.deleteIntro', { count: group.members })}
            confirm={t('event.deleteGroup')}
            danger
            action={dropGroup}
            hidden={{ id: group.id }}
            success={t('groups.deleted')}
            redirectTo="/merchant/members/groups"
          />
        )
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      <Section title={t('field.permissions')}>
        {manages ? (
          <GroupForm
            action={saveGroup}
            hidden={{ id: group.id }}
            grantable={grantablePermissions()}
            values={group}
            success={t('groups.saved')}
            submit={t('detail.save')}
          />
        ) : (
          <PermissionNames permissions={group.permissions} />
        )}
      </Section>
    </DetailPage>
  );
}
