import { BankFields } from '@/components/merchant/bank-fields';
import type { CertificationValues } from '@/components/merchant/certification-values';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { TaxFields } from '@/components/merchant/tax-fields';
import { WizardPage } from '@/components/shell/wizard-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Autosave } from '@/components/ui/autosave';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Steps } from '@/components/ui/steps';
import { SubmitButton } from '@/components/ui/submit-button';
import { Words } from '@/components/ui/words';
import { StateBadge } from '@/components/workflow/state-badge';
import type { Actor } from '@/lib/auth/actor';
import { getT } from '@/lib/i18n/server';
import { getOwnMerchant } from '@/lib/records/merchant/queries';
import type { CertificationRow } from '@/lib/workflows/business-certification/machine';
import type { CertificationView } from '@/lib/workflows/business-certification/queries';
import { next, prepare, resubmit, revise, save, submit, update } from './actions';

const PATH = '/merchant/certification';
const SAVE = { editing: save, rejected: revise, certified: prepare } as const;
const SEND = { editing: submit, rejected: resubmit, certified: update } as const;
const STEPS = ['company', 'bank'] as const;

/** Two pages, company and bank, kept as they are filled in (onboarding.md 5). */
export async function CertificationForm({
  actor,
  view,
  certification,
  step,
}: {
  actor: Actor;
  view: CertificationView;
  certification: CertificationRow;
  step: (typeof STEPS)[number];
}) {
  const [t, merchant] = await Promise.all([getT('businessCertification'), getOwnMerchant(actor)]);
  const state = certification.state as keyof typeof SAVE;
  const values = view.form as CertificationValues;
  const creditCode = merchant.kind === 'enterprise' ? merchant.creditCode : '';
  const reasons = state === 'rejected' ? (certification.outcome?.reasons ?? []) : [];
  const first = step === 'company';
  const verb = { editing: 'submit', rejected: 'resubmit', certified: 'update' }[state];
  return (
    <Words namespaces={['businessCertification', 'merchant']}>
      <WizardPage
        title={t('noun')}
        breadcrumb={[{ label: t('noun'), href: PATH }]}
        badge={<StateBadge noun="businessCertification" state={state} />}
        description={t('formLead')}
        steps={
          <Steps
            label={t('steps.label')}
            current={step}
            items={STEPS.map((key) => ({
              key,
              label: t(`steps.${key}`),
              href: `${PATH}?step=${key}`,
              state: key === 'company' && !first ? 'done' : 'todo',
            }))}
          />
        }
      >
        <div className="grid gap-4">
          {reasons.length > 0 && certification.outcome && (
            <RejectionNotice
              outcome={certification.outcome}
              labels="businessCertification.field"
              title={t('rejectedTitle', {
                count: certification.failures,
                limit: view.failuresBeforeLock,
              })}
            />
          )}
          {certification.current && <Alert tone="info">{t('earlierHolds')}</Alert>}
          <ActionForm
            key={step}
            action={first ? next : SEND[state]}
            hidden={{ id: certification.id, version: certification.version }}
            draftKey={`certification:${certification.id}:${step}`}
            success={first ? undefined : t('submitted')}
            redirectTo={first ? `${PATH}?step=bank` : PATH}
          >
            {first ? (
              <Section title={t('steps.company')}>
                <div className="form">
                  <DescriptionList
                    items={[
                      { label: t('field.companyName'), value: merchant.name },
                      ...(creditCode ? [{ label: t('field.creditCode'), value: creditCode }] : []),
                    ]}
                  />
                  <TaxFields
                    values={{ ...values, taxId: values.taxId ?? creditCode }}
                    taxRates={view.policy.taxRates}
                  />
                </div>
              </Section>
            ) : (
              <Section title={t('steps.bank')} description={t('bankLead')}>
                <BankFields
                  values={{ ...values.bank, holder: values.bank?.holder ?? merchant.name }}
                  onFile={(certification.submission ?? certification.current)?.bank.masked}
                />
              </Section>
            )}
            <div className="form__foot">
              {!first && <ButtonLink href={`${PATH}?step=company`}>{t('steps.back')}</ButtonLink>}
              <SubmitButton>{first ? t('steps.next') : t(`event.${verb}`)}</SubmitButton>
              <Autosave action={SAVE[state]} />
            </div>
          </ActionForm>
        </div>
      </WizardPage>
    </Words>
  );
}
