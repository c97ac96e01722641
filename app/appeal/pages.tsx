import { notFound, redirect } from 'next/navigation';
import { AnswerForm } from '@/components/appeal/answer-form';
import { AppealForm } from '@/components/appeal/appeal-form';
import { PageHeader } from '@/components/shell/page-header';
import type { FormAction } from '@/components/ui/action-form-client';
import type { AppealSide } from '@/db/schema/appeal';
import type { Actor } from '@/lib/auth/actor';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { appealRules } from '@/lib/workflows/appeal/form-rules';
import { appeal } from '@/lib/workflows/appeal/machine';
import { canAppeal } from '@/lib/workflows/appeal/nodes';
import { getAppeal } from '@/lib/workflows/appeal/queries';
import { getSupervision } from '@/lib/workflows/supervision/queries';

/** The two sides of an appeal, whose portals are called like them. */
interface Reader {
  actor: Actor;
  side: AppealSide;
  action: FormAction;
}

const ANSWER = { buyer: 'answerAsBuyer', merchant: 'answerAsMerchant' } as const;

/** One side's answer to what the arbiter asked it for. */
export async function AnswerPage({ actor, side, action, appealId }: Reader & { appealId: string }) {
  const detail = await getAppeal(actor, appealId);
  if (!detail) notFound();
  const request = detail.requests.find(({ outcome }) => outcome === null);
  const list = `/${side}/appeals`;
  // Answered, lapsed or taken back meanwhile: the appeal's page says what became of it.
  if (!request || !allowedEvents(appeal, detail.row, actor).includes(ANSWER[side]))
    redirect(`${list}/${appealId}`);
  const [t, { uploads }] = await Promise.all([getT('appeal'), appealRules(actor, side)]);
  const { row } = detail;
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: list },
          { label: row.productName, href: `${list}/${appealId}` },
        ]}
        title={t('form.answerTitle')}
        description={t('detail.about', { order: row.orderNumber, side: t(`side.${row.openedBy}`) })}
      />
      <AnswerForm
        detail={detail}
        request={request}
        portal={side}
        action={action}
        uploads={uploads}
      />
    </div>
  );
}

/** One side starts an appeal about a supervised order. */
export async function OpenAppealPage({
  actor,
  side,
  action,
  supervisionId,
}: Reader & { supervisionId: string }) {
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const { row } = detail;
  const record = `/${side}/supervision/${row.id}`;
  // Over or appealed meanwhile: the record's page says so.
  if (!canAppeal(row)) redirect(record);
  const [t, words, rules] = await Promise.all([
    getT('appeal'),
    getT('supervision'),
    appealRules(actor, side),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: words('title'), href: `/${side}/supervision` },
          { label: row.productName, href: record },
        ]}
        title={t('form.title')}
        description={words('detail.about', { order: row.orderNumber, spec: row.specName })}
      />
      <AppealForm detail={detail} side={side} action={action} {...rules} />
    </div>
  );
}
