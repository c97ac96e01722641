import { ProfileFacts } from '@/components/merchant/profile-facts';
import { WizardPage } from '@/components/shell/wizard-page';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Words } from '@/components/ui/words';
import { EventButton } from '@/components/workflow/event-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import type { Actor } from '@/lib/auth/actor';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { readFiles } from '@/lib/files/queries';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { type OnboardingRow, onboarding } from '@/lib/workflows/onboarding/machine';
import type { ApplicantView } from '@/lib/workflows/onboarding/queries';
import { withdraw } from './actions';
import { ProgressSteps } from './progress-steps';

/** What was submitted, until when it is decided, and how to take it back. */
export async function PendingView({
  actor,
  view,
  application,
}: {
  actor: Actor;
  view: ApplicantView;
  application: OnboardingRow;
}) {
  const profile = application.submission;
  const [t, m, locale, format, files] = await Promise.all([
    getT('onboarding'),
    getT('merchant'),
    currentLocale(),
    getFormat(),
    readFiles(actor, [profile?.logoFileId, profile?.licenceFileId]),
  ]);
  return (
    <WizardPage
      title={t('title')}
      badge={<StateBadge noun="onboarding" state={application.state} />}
      steps={<ProgressSteps current="review" days={view.reviewDays} />}
      actions={
        <Words namespaces={['onboarding']}>
          <EventButton
            noun="onboarding"
            event="withdraw"
            row={application}
            action={withdraw}
            intro={t('withdrawIntro')}
          />
        </Words>
      }
    >
      <div className="grid gap-4">
        <WhoIsNext
          noun="onboarding"
          me="merchant"
          next={whoIsNext(onboarding, application, view.now)}
          now={view.now}
        />
        <Section
          title={t('submittedData')}
          description={t('submittedMeta', {
            at: format.dateTime(application.submittedAt),
            round: application.round,
          })}
        >
          {profile && (
            <ProfileFacts
              name={application.companyName}
              profile={profile}
              describing={{ t: m, locale, files }}
            />
          )}
        </Section>
        {application.agreement && (
          <Section title={m('section.agreement')}>
            <DescriptionList
              items={[
                { label: t('agreementSigned'), value: application.agreement.title[locale] },
                {
                  label: t('agreementVersion'),
                  value: t('versionNumber', { version: application.agreement.version }),
                },
                {
                  label: t('agreementAt'),
                  value: format.dateTime(new Date(application.agreement.at)),
                },
              ]}
            />
          </Section>
        )}
      </div>
    </WizardPage>
  );
}
