import { redirect } from 'next/navigation';
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
import { Steps } from '@/components/ui/steps';
import { SubmitButton } from '@/components/ui/submit-button';
import { Words } from '@/components/ui/words';
import { EventButton } from '@/components/workflow/event-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { findProfileEditForm } from '@/lib/workflows/profile-edit/queries';
import { companyForm } from '../../company-form';
import { discard, resubmit, revise, save, submit } from '../actions';
import { PendingEdit } from './pending-edit';

const SECTIONS = ['company', 'contact'] as const;

export default async function ProfileEditPage() {
  const actor = await requireMerchant('profileEdit.submit');
  const found = await findProfileEditForm(actor);
  if (!found) redirect('/merchant/information');
  const { edit, policy, name, liveName } = found;
  if (edit.state === 'pendingReview') return <PendingEdit actor={actor} found={found} />;
  const [t, m, nav, form] = await Promise.all([
    getT('profileEdit'),
    getT('merchant'),
    getT('nav.merchant'),
    companyForm(actor, found.draft),
  ]);
  const rejected = edit.state === 'rejected';
  const reasons = rejected ? (edit.outcome?.reasons ?? []) : [];
  return (
    <Words namespaces={['merchant', 'product', 'profileEdit']}>
      <WizardPage
        title={t('event.open')}
        breadcrumb={[{ label: nav('profile'), href: '/merchant/information' }]}
        badge={<StateBadge noun="profileEdit" state={edit.state} />}
        description={t('formLead')}
        actions={
          <EventButton
            noun="profileEdit"
            event="discard"
            row={edit}
            action={discard}
            danger
            intro={t('discardIntro')}
            redirectTo="/merchant/information"
          />
        }
        steps={
          <Steps
            label={t('steps')}
            current="company"
            items={SECTIONS.map((key) => ({
              key,
              label: m(`section.${key}`),
              href: `#${key}`,
              state: 'todo' as const,
            }))}
          />
        }
        aside={
          <Section title={m('section.preview')}>
            <ShopPreview
              form=".company-form"
              name={name}
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
          {rejected && edit.outcome && (
            <RejectionNotice
              outcome={edit.outcome}
              labels="merchant.field"
              title={t('rejectedTitle')}
            />
          )}
          {name !== liveName && (
            <Alert tone="info" title={t('rename', { from: liveName, to: name })}>
              {t('renameText')}
            </Alert>
          )}
          <ActionForm
            action={rejected ? resubmit : submit}
            hidden={{ id: edit.id, version: edit.version }}
            draftKey={`profileEdit:${edit.id}`}
            success={t('submitted')}
            className="company-form"
          >
            <Section id="company" title={m('section.company')}>
              <div className="form">
                <DescriptionList
                  items={[
                    { label: m('field.companyName'), value: name },
                    ...(found.creditCode
                      ? [{ label: m('field.creditCode'), value: found.creditCode }]
                      : []),
                  ]}
                />
                <p className="field__hint">{t('nameHint')}</p>
                <CompanyFields {...form} policy={policy} reasons={reasons} />
              </div>
            </Section>
            <Section id="contact" title={m('section.contact')}>
              <div className="form">
                <ContactFields {...form} policy={policy} reasons={reasons} />
              </div>
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
