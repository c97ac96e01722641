import { InvoiceTypesForm } from '@/components/merchant/invoice-types-form';
import { InvoicingForm } from '@/components/merchant/invoicing-form';
import { ProfileFacts } from '@/components/merchant/profile-facts';
import { RejectionNotice } from '@/components/merchant/rejection-notice';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { readFiles } from '@/lib/files/queries';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { getOwnMerchant } from '@/lib/records/merchant/queries';
import { profileEdit } from '@/lib/workflows/profile-edit/machine';
import { getOwnProfileEdit } from '@/lib/workflows/profile-edit/queries';
import { invoiceTypes, invoicing, open } from './actions';

const OPEN_STATES = ['editing', 'pendingReview', 'rejected'];

export default async function InformationPage() {
  const actor = await requireMerchant('merchant.read');
  const merchant = await getOwnMerchant(actor);
  const { profile } = merchant;
  const [t, e, nav, locale, format, files, edit] = await Promise.all([
    getT('merchant'),
    getT('profileEdit'),
    getT('nav.merchant'),
    currentLocale(),
    getFormat(),
    readFiles(actor, [profile.logoFileId, profile.licenceFileId]),
    getOwnProfileEdit(actor),
  ]);
  const current = edit && OPEN_STATES.includes(edit.state) ? edit : undefined;
  const mayEdit = can(actor, 'profileEdit.submit');
  return (
    <>
      <PageHeader
        title={nav('profile')}
        actions={
          mayEdit &&
          (current ? (
            <ButtonLink look="primary" href="/merchant/information/edit">
              {e(current.state === 'pendingReview' ? 'view' : 'continue')}
            </ButtonLink>
          ) : (
            <ActionForm action={open}>
              <SubmitButton>{e('event.open')}</SubmitButton>
            </ActionForm>
          ))
        }
      />
      <div className="grid gap-4">
        {current && (
          <WhoIsNext
            noun="profileEdit"
            me="merchant"
            next={whoIsNext(profileEdit, current, merchant.now)}
            now={merchant.now}
          />
        )}
        {current?.state === 'rejected' && current.outcome && (
          <RejectionNotice
            outcome={current.outcome}
            labels="merchant.field"
            title={e('rejectedTitle')}
          />
        )}
        <Section
          title={t('section.company')}
          description={t('liveHint')}
          actions={current && <StateBadge noun="profileEdit" state={current.state} />}
        >
          <DescriptionList
            items={[
              ...(merchant.kind === 'enterprise'
                ? [{ label: t('field.creditCode'), value: merchant.creditCode }]
                : []),
              { label: t('joinedAt'), value: format.date(merchant.createdAt) },
            ]}
          />
          <hr className="my-4 border-separator" />
          <ProfileFacts name={merchant.name} profile={profile} describing={{ t, locale, files }} />
        </Section>
        <Section id="invoices" title={t('invoice.types')} description={t('invoice.typesHint')}>
          <InvoiceTypesForm
            action={invoiceTypes}
            chosen={merchant.invoiceTypes}
            version={merchant.version}
            editable={can(actor, 'merchant.invoicing')}
          />
        </Section>
        <Section id="invoicing" title={t('invoice.data')} description={t('invoice.dataHint')}>
          <InvoicingForm
            action={invoicing}
            name={merchant.name}
            creditCode={merchant.kind === 'enterprise' ? merchant.creditCode : ''}
            invoicing={merchant.invoicing}
            mailing={merchant.mailing}
            version={merchant.version}
            editable={can(actor, 'merchant.invoicing')}
          />
        </Section>
      </div>
    </>
  );
}
