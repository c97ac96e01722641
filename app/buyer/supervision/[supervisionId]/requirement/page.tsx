import { notFound, redirect } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { RequirementForm } from '@/components/supervision/requirement-form';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { uploadRulesOf } from '@/lib/workflows/supervision/upload-rules';
import { submit } from '../../actions';

/** Requirement of one supervised order. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireBuyer();
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const { row } = detail;
  if (!allowedEvents(supervision, row, actor).includes('submitRequirement')) {
    redirect(`/buyer/supervision/${supervisionId}`);
  }
  const [t, rules] = await Promise.all([
    getT('supervision'),
    uploadRulesOf(actor, row.demands.requirement),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: '/buyer/supervision' },
          { label: row.productName, href: `/buyer/supervision/${row.id}` },
        ]}
        title={t('event.submitRequirement')}
        description={t('detail.about', { order: row.orderNumber, spec: row.specName })}
      />
      <RequirementForm detail={detail} action={submit} rules={rules} />
    </div>
  );
}
