import { orNotFound } from '@/app/found';
import { AgreementText } from '@/components/agreement/agreement-text';
import { PageHeader } from '@/components/shell/page-header';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { getAgreement } from '@/lib/records/agreement/queries';

/** One version of an agreement, open to everybody: people read it before they sign up or apply. */
export default async function AgreementPage({
  params,
}: {
  params: Promise<{ agreementId: string }>;
}) {
  const actor = await visitor();
  const { agreementId } = await params;
  const [agreement, t, locale, format] = await Promise.all([
    orNotFound(getAgreement(actor, agreementId)),
    getT('agreement'),
    currentLocale(),
    getFormat(),
  ]);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={agreement.title[locale]}
        description={t('versionLine', {
          version: agreement.version,
          from: format.date(agreement.effectiveFrom),
        })}
      />
      <div className="card card__body">
        <AgreementText body={agreement.body[locale]} />
        <p className="mt-6 break-all text-[12px] text-muted">
          {t('field.sha256')} <code>{agreement.sha256}</code>
        </p>
      </div>
    </div>
  );
}
