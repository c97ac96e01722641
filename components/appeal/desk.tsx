import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { getFormat, getT } from '@/lib/i18n/server';
import type { AppealClaim, AppealDetail } from '@/lib/workflows/appeal/queries';
import { AskDialogs, RecallDialog } from './ask-dialogs';
import { DecisionDialogs } from './decision-dialogs';

export type DeskActions = Record<
  | 'claim'
  | 'release'
  | 'askBuyer'
  | 'askMerchant'
  | 'recall'
  | 'resume'
  | 'refundFull'
  | 'refundPart'
  | 'complete',
  FormAction
>;

/** What the arbiter works with: who has it, asking either side for more, deciding. */
export async function Desk({
  detail,
  claim,
  answerDays,
  actions,
}: {
  detail: AppealDetail;
  claim: AppealClaim | undefined;
  /** Working days that a side has when the arbiter names none. */
  answerDays: number;
  actions: DeskActions;
}) {
  const [t, review, format] = await Promise.all([
    getT('appeal'),
    getT('workflow.review'),
    getFormat(),
  ]);
  const { row } = detail;
  const held = claim && !claim.mine;
  const until = claim ? format.dateTime(claim.until) : '';
  return (
    <div className="no-print">
      <Section
        title={t('detail.desk')}
        description={t('detail.deskHint')}
        actions={
          held ? undefined : (
            <ActionForm action={claim ? actions.release : actions.claim} hidden={{ id: row.id }}>
              <SubmitButton look="ghost">{review(claim ? 'release' : 'claim')}</SubmitButton>
            </ActionForm>
          )
        }
      >
        <p className="text-[13px] text-muted" aria-live="polite">
          {held
            ? review('held', { name: claim.by, until })
            : claim
              ? review('mine', { until })
              : review('free')}
        </p>
        {!held && (
          <div className="mt-4 flex flex-wrap gap-x-8 gap-y-4">
            <div>
              <h3 className="mb-2 text-[13px] font-medium text-muted">{t('detail.ask')}</h3>
              <div className="flex flex-wrap gap-2">
                {row.state === 'handling' ? (
                  <AskDialogs detail={detail} days={answerDays} actions={actions} />
                ) : (
                  <RecallDialog detail={detail} action={actions.recall} />
                )}
              </div>
            </div>
            {row.state === 'handling' && (
              <div>
                <h3 className="mb-2 text-[13px] font-medium text-muted">{t('detail.decide')}</h3>
                <div className="flex flex-wrap gap-2">
                  <DecisionDialogs detail={detail} actions={actions} />
                </div>
              </div>
            )}
          </div>
        )}
      </Section>
    </div>
  );
}
