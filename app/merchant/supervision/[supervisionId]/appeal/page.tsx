import { notFound, redirect } from 'next/navigation';
import { open } from '@/app/merchant/appeals/actions';
import { AppealForm } from '@/components/appeal/appeal-form';
import { PageHeader } from '@/components/shell/page-header';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { appealRules } from '@/lib/workflows/appeal/form-rules';
import { canAppeal } from '@/lib/workflows/appeal/nodes';
import { getSupervision } from '@/lib/workflows/supervision/queries';

/** The merchant starts an appeal about a supervised order. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireMerchant('appeal.open');
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  // Over or appealed meanwhile: the record's page says so.
  if (!canAppeal(detail.row)) redirect(`/merchant/supervision/${supervisionId}`);
  const [t, rules] = await Promise.all([getT('appeal'), appealRules(actor, 'merchant')]);
  const { row } = detail;
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: (await getT('supervision'))('title'), href: '/merchant/supervision' },
          { label: row.productName, href: `/merchant/supervision/${row.id}` },
        ]}
        title={t('form.title')}
        description={(await getT('supervision'))('detail.about', {
          order: row.orderNumber,
          spec: row.specName,
        })}
      />
      <AppealForm detail={detail} side="merchant" action={open} {...rules} />
    </div>
  );
}
