import { AgreementTick } from '@/components/agreement/agreement-tick';
import { CompanyFields } from '@/components/merchant/company-fields';
import { ContactFields } from '@/components/merchant/contact-fields';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { ShopPreview } from '@/components/merchant/shop-preview';
import { WizardPage } from '@/components/shell/wizard-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Autosave } from '@/components/ui/autosave';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { Words } from '@/components/ui/words';
import { StateBadge } from '@/components/workflow/state-badge';
import type { Actor } from '@/lib/auth/actor';
import { currentLocale, getT } from '@/lib/i18n/server';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import type { OnboardingRow } from '@/lib/workflows/onboarding/machine';
import type { ApplicantView } from '@/lib/workflows/onboarding/queries';
import { companyForm } from '../company-form';
import { resubmit, revise, save, submit } from './actions';
import { ProgressSteps } from './progress-steps';

/** The form of onboarding.md 3.1, saved as it is filled in, with the shop card beside it. */
export async function EditingView({
  actor,
  view,
  application,
}: {
  actor: Actor;
  view: ApplicantView;
  application: OnboardingRow;
}) {
  const [t, m, locale, agreement, form] = await Promise.all([
    getT('onboarding'),
    getT('merchant'),
    currentLocale(),
    getCurrentAgreement(actor, 'cooperation'),
    companyForm(actor, view.draft),
  ]);
  const rejected = application.state === 'rejected';
  const reasons = rejected ? (application.outcome?.reasons ?? []) : [];
  const shut = view.gates.filter(({ passed }) => !passed);
  return (
    <Words namespaces={['merchant', 'product', 'agreement']}>
      <WizardPage
        title={t('title')}
        badge={<StateBadge noun="onboarding" state={application.state} />}
        description={t('formLead')}
        steps={<ProgressSteps current="form" days={view.reviewDays} />}
        aside={
          <Section title={m('section.preview')}>
            <ShopPreview
              form=".company-form"
              name={view.companyName}
              initial={{
                logo: form.logo.files[0]?.id ?? '',
                introduction: form.values.introduction ?? '',
                website: form.values.website ?? '',
                servicePhone: form.values.servicePhone ?? '',
                serviceEmail: form.values.serviceEmail ?? '',
              }}
            />
          </Section>
        }
      >
        <div className="grid gap-4">
          {rejected && application.outcome && (
            <RejectionNotice
              outcome={application.outcome}
              labels="merchant.field"
              title={t('rejectedTitle')}
            />
          )}
          {shut.map(({ code, reason, params }) => (
            <Alert key={code} tone="warning" title={t(`gate.${code}.title`)}>
              {reason && t(`gate.${code}.${reason}`, params)}
            </Alert>
          ))}
          <ActionForm
            action={rejected ? resubmit : submit}
            hidden={{ id: application.id, version: application.version }}
            draftKey={`onboarding:${application.id}`}
            success={t('submitted')}
            className="company-form"
          >
            <Section title={m('section.company')}>
              <div className="form">
                <DescriptionList
                  items={[
                    {
                      label: m(
                        view.kind === 'individual' ? 'field.individualName' : 'field.companyName',
                      ),
                      value: view.companyName,
                    },
                    ...(view.creditCode
                      ? [{ label: m('field.creditCode'), value: view.creditCode }]
                      : []),
                  ]}
                />
                <p className="field__hint">{t('nameHint')}</p>
                <CompanyFields {...form} policy={view.policy} reasons={reasons} />
              </div>
            </Section>
            <Section title={m('section.contact')}>
              <div className="form">
                <ContactFields {...form} policy={view.policy} reasons={reasons} />
              </div>
            </Section>
            <Section title={m('section.agreement')}>
              {agreement ? (
                <AgreementTick
                  agreement={{
                    id: agreement.id,
                    version: agreement.version,
                    title: agreement.title[locale],
                    body: agreement.body[locale],
                  }}
                />
              ) : (
                <Alert tone="warning">{t('error.submit.noAgreement')}</Alert>
              )}
            </Section>
            <div className="form__foot">
              <SubmitButton>{t(rejected ? 'event.resubmit' : 'event.submit')}</SubmitButton>
              <Autosave action={rejected ? revise : save} />
            </div>
          </ActionForm>
        </div>
      </WizardPage>
    </Words>
  );
}
