import { CertificationFacts } from '@/components/merchant/certification-facts';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { Reveal } from '@/components/merchant/reveal';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { businessCertification } from '@/lib/workflows/business-certification/machine';
import { getOwnCertification } from '@/lib/workflows/business-certification/queries';
import { open, reveal } from './actions';
import { CertificationForm } from './certification-form';

export default async function CertificationPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('businessCertification.read');
  const [view, { step }, t, format] = await Promise.all([
    getOwnCertification(actor),
    listParams(searchParams),
    getT('businessCertification'),
    getFormat(),
  ]);
  const { certification, failuresBeforeLock: limit, now } = view;
  const mayEdit = can(actor, 'businessCertification.submit');
  const editable = ['editing', 'rejected', 'certified'].includes(certification?.state ?? '');
  if (certification && mayEdit && editable && (step === 'company' || step === 'bank')) {
    return (
      <CertificationForm actor={actor} view={view} certification={certification} step={step} />
    );
  }
  const shown = certification?.current ?? certification?.submission;
  const again = { editing: 'fill', rejected: 'change', certified: 'event.update' } as const;
  const state = certification?.state;
  return (
    <>
      <PageHeader
        title={t('noun')}
        description={t('lead')}
        badge={<StateBadge noun="businessCertification" state={state ?? 'editing'} />}
        actions={
          mayEdit &&
          (state === undefined ? (
            <ActionForm action={open}>
              <SubmitButton>{t('event.open')}</SubmitButton>
            </ActionForm>
          ) : (
            state !== 'certifying' &&
            state !== 'locked' && (
              <ButtonLink
                look={state === 'certified' ? 'outline' : 'primary'}
                href="/merchant/certification?step=company"
              >
                {t(again[state])}
              </ButtonLink>
            )
          ))
        }
      />
      <div className="grid gap-4">
        {certification && state !== 'certified' && (
          <WhoIsNext
            noun="businessCertification"
            me="merchant"
            next={whoIsNext(businessCertification, certification, now)}
            now={now}
          />
        )}
        {(state === 'rejected' || state === 'locked') && certification?.outcome && (
          <RejectionNotice
            outcome={certification.outcome}
            labels="businessCertification.field"
            title={t(state === 'locked' ? 'lockedTitle' : 'rejectedTitle', {
              count: certification.failures,
              limit,
            })}
          />
        )}
        {state === 'locked' && <Alert tone="warning">{t('lockedText')}</Alert>}
        {certification?.current && state !== 'certified' && (
          <Alert tone="info">{t('earlierHolds')}</Alert>
        )}
        {shown ? (
          <Section
            title={t(certification?.current ? 'certifiedData' : 'submittedData')}
            description={
              certification?.current
                ? t('certifiedMeta', { at: format.dateTime(certification.certifiedAt) })
                : t('submittedMeta', { at: format.dateTime(certification?.submittedAt) })
            }
          >
            <CertificationFacts
              data={shown}
              number={
                can(actor, 'businessCertification.bank') && (
                  <Reveal
                    masked={`•••• ${shown.bank.masked}`}
                    action={reveal}
                    input={{ accountId: shown.bank.accountId }}
                    words={{ show: t('ops.show'), hide: t('hide') }}
                  />
                )
              }
            />
          </Section>
        ) : (
          <Section title={t('prepare.title')}>
            <ul className="list-disc ps-5 leading-7">
              {['agreement', 'tax', 'bank', 'time', 'lock'].map((key) => (
                <li key={key}>{t(`prepare.${key}`, { limit })}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
