import { AccessFields } from '@/components/member/access-fields';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { listGroups, listScopeProducts } from '@/lib/records/member/queries';
import { invite } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('member'))('invite.title') };
}

export default async function InvitePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('member.manage');
  const [groups, products, t, query] = await Promise.all([
    listGroups(actor),
    listScopeProducts(actor),
    getT('member'),
    listParams(searchParams),
  ]);
  return (
    <>
      <PageHeader
        title={t('invite.title')}
        description={t('invite.description')}
        breadcrumb={[{ label: t('title'), href: '/merchant/members' }]}
      />
      <Card className="max-w-3xl">
        <ActionForm
          action={invite}
          success={t('invite.sent')}
          redirectTo="/merchant/members/invitations"
          draftKey="invite-member"
        >
          <Field name="email" label={t('field.email')} required>
            <TextInput type="email" autoComplete="off" defaultValue={query.email} />
          </Field>
          <AccessFields groups={groups} products={products} />
          <div>
            <SubmitButton>{t('invite.submit')}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
