import { GroupForm } from '@/components/member/group-form';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { grantablePermissions } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { addGroup } from '../../actions';

export async function generateMetadata() {
  return { title: (await getT('member'))('groups.create') };
}

export default async function NewGroupPage() {
  await requireMerchant('member.manage');
  const t = await getT('member');
  return (
    <>
      <PageHeader
        title={t('groups.create')}
        description={t('groups.description')}
        breadcrumb={[
          { label: t('title'), href: '/merchant/members' },
          { label: t('tab.groups'), href: '/merchant/members/groups' },
        ]}
      />
      <Card className="max-w-3xl">
        <GroupForm
          action={addGroup}
          grantable={grantablePermissions()}
          success={t('groups.created')}
          submit={t('groups.create')}
          redirectTo="/merchant/members/groups"
        />
      </Card>
    </>
  );
}
