import { notFound, redirect } from 'next/navigation';
import { AnswerForm } from '@/components/appeal/answer-form';
import { PageHeader } from '@/components/shell/page-header';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { appealRules } from '@/lib/workflows/appeal/form-rules';
import { appeal } from '@/lib/workflows/appeal/machine';
import { getAppeal } from '@/lib/workflows/appeal/queries';
import { answer } from '../../actions';

/** The answer to what the arbiter asked the merchant for. */
export default async function Page({ params }: { params: Promise<{ appealId: string }> }) {
  const actor = await requireMerchant('appeal.answer');
  const { appealId } = await params;
  const detail = await getAppeal(actor, appealId);
  if (!detail) notFound();
  const request = detail.requests.find(({ outcome }) => outcome === null);
  // Answered, lapsed or taken back meanwhile: the appeal's page says what became of it.
  if (!request || !allowedEvents(appeal, detail.row, actor).includes('answerAsMerchant')) {
    redirect(`/merchant/appeals/${appealId}`);
  }
  const [t, { uploads }] = await Promise.all([getT('appeal'), appealRules(actor, 'merchant')]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: '/merchant/appeals' },
          { label: detail.row.productName, href: `/merchant/appeals/${appealId}` },
        ]}
        title={t('form.answerTitle')}
        description={t('detail.about', {
          order: detail.row.orderNumber,
          side: t(`side.${detail.row.openedBy}`),
        })}
      />
      <AnswerForm
        detail={detail}
        request={request}
        portal="merchant"
        action={answer}
        uploads={uploads}
      />
    </div>
  );
}
