import { notFound } from 'next/navigation';
import { appealDetailView } from '@/app/appeal/views';
import { AppealView } from '@/components/appeal/appeal-view';
import { Desk } from '@/components/appeal/desk';
import { ButtonLink } from '@/components/ui/button';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { appealRules } from '@/lib/workflows/appeal/form-rules';
import { appeal } from '@/lib/workflows/appeal/machine';
import { getAppealClaim } from '@/lib/workflows/appeal/queries';
import {
  askBuyer,
  askMerchant,
  claim,
  complete,
  recall,
  refundFull,
  refundPart,
  release,
  resume,
} from '../actions';

const actions = {
  askBuyer,
  askMerchant,
  claim,
  complete,
  recall,
  refundFull,
  refundPart,
  release,
  resume,
};

/** One appeal with everything that the arbiter needs to decide it. */
export default async function Page({ params }: { params: Promise<{ appealId: string }> }) {
  const actor = await requireOperator('appeal.read');
  const { appealId } = await params;
  const view = await appealDetailView(actor, 'ops', appealId);
  if (!view) notFound();
  const { detail } = view;
  const works = can(actor, 'appeal.decide') && !appeal.end.includes(detail.row.state);
  const [t, claim, rules] = await Promise.all([
    getT('appeal.detail'),
    getAppealClaim(actor, appealId),
    works ? appealRules(actor, detail.row.openedBy) : undefined,
  ]);
  return (
    <AppealView
      {...view}
      actions={
        <ButtonLink href={`/ops/supervision/${detail.row.supervisionId}`}>
          {t('toRecord')}
        </ButtonLink>
      }
      desk={
        rules && (
          <Desk detail={detail} claim={claim} answerDays={rules.answerDays} actions={actions} />
        )
      }
    />
  );
}
