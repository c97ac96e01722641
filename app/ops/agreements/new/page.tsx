import { AgreementForm } from '@/components/agreement/agreement-form';
import { PageHeader } from '@/components/shell/page-header';
import { Words } from '@/components/ui/words';
import { AGREEMENT_KINDS } from '@/db/schema/agreement';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { add } from '../actions';

/** A new version starts from the text in force. */
export default async function NewAgreementPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('agreement.manage');
  const [t, { kind: wanted }] = await Promise.all([getT('agreement'), listParams(searchParams)]);
  const kind = AGREEMENT_KINDS.find((name) => name === wanted) ?? 'cooperation';
  const current = await getCurrentAgreement(actor, kind);
  return (
    <>
      <PageHeader
        title={t('ops.add')}
        breadcrumb={[{ label: t('ops.title'), href: '/ops/agreements' }]}
        description={t('ops.addLead')}
      />
      <Words namespaces={['agreement']}>
        <AgreementForm
          key={kind}
          action={add}
          kinds={AGREEMENT_KINDS}
          kind={kind}
          title={current?.title}
          body={current?.body}
        />
      </Words>
    </>
  );
}
