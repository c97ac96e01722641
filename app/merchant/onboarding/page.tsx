import { GateList } from '@/components/merchant/gate-list';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getApplicantView } from '@/lib/workflows/onboarding/queries';
import { open } from './actions';
import { EditingView } from './editing-view';
import { PendingView } from './pending-view';

export async function generateMetadata() {
  return { title: (await getT('onboarding'))('title') };
}

export default async function OnboardingPage() {
  const actor = await requireBuyer();
  const view = await getApplicantView(actor);
  const { application } = view;
  if (application?.state === 'pendingReview') {
    return <PendingView actor={actor} view={view} application={application} />;
  }
  if (application?.state === 'editing' || application?.state === 'rejected') {
    return <EditingView actor={actor} view={view} application={application} />;
  }
  const [t, format] = await Promise.all([getT('onboarding'), getFormat()]);
  if (application?.state === 'approved') {
    return (
      <>
        <PageHeader title={t('title')} />
        <Alert
          tone="success"
          title={t('approved.title', { company: application.companyName })}
          actions={
            <>
              <ButtonLink look="primary" href="/merchant">
                {t('approved.enter')}
              </ButtonLink>
              <ButtonLink href="/merchant/certification">{t('approved.certify')}</ButtonLink>
            </>
          }
        >
          {t('approved.text', { at: format.dateTime(application.stateSince) })}
        </Alert>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <div className="grid gap-4">
        <Section title={t('gates.title')} description={t('gates.lead')}>
          <GateList gates={view.gates} />
        </Section>
        <Section title={t('prepare.title')}>
          <ul className="list-disc ps-5 leading-7">
            {['licence', 'logo', 'introduction', 'contacts', 'time'].map((key) => (
              <li key={key}>{t(`prepare.${key}`, { days: view.reviewDays })}</li>
            ))}
          </ul>
        </Section>
        <ActionForm action={open}>
          <div className="form__foot">
            <SubmitButton disabled={!view.gatesOpen}>{t('event.open')}</SubmitButton>
            {!view.gatesOpen && <span className="text-muted">{t('gates.first')}</span>}
          </div>
        </ActionForm>
      </div>
    </>
  );
}
