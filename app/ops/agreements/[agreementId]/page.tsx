import { orNotFound } from '@/app/found';
import { AgreementText } from '@/components/agreement/agreement-text';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { countSignatures, getAgreement } from '@/lib/records/agreement/queries';

const LANGUAGES = ['zh-CN', 'en'] as const;

export default async function AgreementVersionPage({
  params,
}: {
  params: Promise<{ agreementId: string }>;
}) {
  const actor = await requireOperator('agreement.read');
  const { agreementId } = await params;
  const [agreement, signatures, t, locale, format] = await Promise.all([
    orNotFound(getAgreement(actor, agreementId)),
    countSignatures(actor, agreementId),
    getT('agreement'),
    currentLocale(),
    getFormat(),
  ]);
  return (
    <DetailPage
      title={agreement.title[locale]}
      breadcrumb={[{ label: t('ops.title'), href: '/ops/agreements' }]}
      side={
        <Section title={t('ops.about')}>
          <DescriptionList
            columns={1}
            items={[
              { label: t('field.kind'), value: t(`kind.${agreement.kind}`) },
              {
                label: t('field.version'),
                value: t('versionNumber', { version: agreement.version }),
              },
              { label: t('field.effectiveFrom'), value: format.dateTime(agreement.effectiveFrom) },
              { label: t('field.summary'), value: agreement.summary[locale] },
              { label: t('ops.signatures'), value: format.count(signatures, signatures >= 1000) },
              {
                label: t('field.sha256'),
                value: <code className="break-all text-[13px]">{agreement.sha256}</code>,
              },
            ]}
          />
        </Section>
      }
    >
      {LANGUAGES.map((language) => (
        <Section key={language} title={t(`language.${language}`)}>
          <div lang={language}>
            <AgreementText body={agreement.body[language]} />
          </div>
        </Section>
      ))}
    </DetailPage>
  );
}
