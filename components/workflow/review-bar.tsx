import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog, type Consequence } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDateTime } from '@/lib/i18n/format';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { Shortcuts } from './shortcuts';

export type ReviewDecision = {
  action: FormAction;
  intro?: ReactNode;
  consequences?: Consequence[];
  /** Fields of the event, e.g. `<RejectFields>`. */
  fields?: ReactNode;
};

export type ReviewBarProps = {
  /** Carried by every action: `noun`, `subjectId`, `version`. */
  hidden: Record<string, string | number | undefined | null>;
  /** Who works on it now; nobody when `by` is missing. */
  claim: { mine: boolean; by?: string; until?: Date | null };
  /** A decision that is made and waits for its undo time to pass. */
  decided?: {
    approved: boolean;
    appliesAt: Date /** The colleague who decided. */;
    by?: string;
  } | null;
  approve: ReviewDecision;
  reject: ReviewDecision;
  actions: { claim: FormAction; release: FormAction; undo: FormAction };
  /** Neighbours in the queue. */
  previous?: string | null;
  next?: string | null;
};

/** The reviewer's bar: who has it, decide with a or r, go on with n or p. */
export function ReviewBar(props: ReviewBarProps) {
  const { hidden, claim, decided, approve, reject, actions } = props;
  const t = useTranslations('workflow.review');
  const locale = useLocale();
  const clock = (at: Date) => formatDateTime(at, isLocale(locale) ? locale : DEFAULT_LOCALE);
  const decidedText = ({ approved, appliesAt, by }: NonNullable<typeof decided>) =>
    by
      ? t(approved ? 'colleagueApproved' : 'colleagueRejected', { name: by, at: clock(appliesAt) })
      : t(approved ? 'willApprove' : 'willReject', { at: clock(appliesAt) });
  const held = !claim.mine && claim.by !== undefined;
  return (
    <div className="review-bar no-print">
      <Shortcuts />
      <p className="review-bar__note" aria-live="polite">
        {decided
          ? decidedText(decided)
          : held
            ? t('held', { name: claim.by ?? '', until: claim.until ? clock(claim.until) : '' })
            : claim.mine
              ? t('mine', { until: claim.until ? clock(claim.until) : '' })
              : t('free')}
      </p>
      <div className="review-bar__buttons">
        {props.previous && (
          <ButtonLink href={props.previous} data-shortcut="p">
            {t('previous')} <kbd className="key">p</kbd>
          </ButtonLink>
        )}
        {props.next && (
          <ButtonLink href={props.next} data-shortcut="n">
            {t('next')} <kbd className="key">n</kbd>
          </ButtonLink>
        )}
        {decided && !decided.by && (
          <ActionForm action={actions.undo} hidden={hidden} success={t('undone')}>
            <SubmitButton look="outline" data-shortcut="u">
              {t('undo')} <kbd className="key">u</kbd>
            </SubmitButton>
          </ActionForm>
        )}
        {!decided && !held && (
          <>
            <ActionForm action={claim.mine ? actions.release : actions.claim} hidden={hidden}>
              <SubmitButton look="ghost" data-shortcut="c">
                {t(claim.mine ? 'release' : 'claim')} <kbd className="key">c</kbd>
              </SubmitButton>
            </ActionForm>
            <ConfirmDialog
              trigger={
                <>
                  {t('reject')} <kbd className="key">r</kbd>
                </>
              }
              title={t('rejectTitle')}
              confirm={t('reject')}
              danger
              shortcut="r"
              hidden={hidden}
              success={t('rejected')}
              action={reject.action}
              intro={reject.intro}
              consequences={reject.consequences}
            >
              {reject.fields}
            </ConfirmDialog>
            <ConfirmDialog
              trigger={
                <>
                  {t('approve')} <kbd className="key">a</kbd>
                </>
              }
              title={t('approveTitle')}
              confirm={t('approve')}
              look="primary"
              shortcut="a"
              hidden={hidden}
              success={t('approved')}
              action={approve.action}
              intro={approve.intro}
              consequences={approve.consequences}
            >
              {approve.fields}
            </ConfirmDialog>
          </>
        )}
      </div>
    </div>
  );
}
