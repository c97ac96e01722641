import { useLocale, useTranslations } from 'next-intl';
import { type Crumb, PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { formatDateTime } from '@/lib/i18n/format';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import type { Agreement, Signature } from '@/lib/records/agreement/queries';
import { AgreementText } from './agreement-text';

/** What was signed, word for word, and when, by whom and from where. */
export function SignatureView({
  signature,
  agreement,
  signer,
  breadcrumb,
}: {
  signature: Signature;
  /** Null where the agreement is a file. */
  agreement: Agreement | null;
  signer: string;
  breadcrumb: Crumb[];
}) {
  const t = useTranslations('agreement');
  const own = useLocale();
  const locale = isLocale(own) ? own : DEFAULT_LOCALE;
  return (
    <>
      <PageHeader title={signature.title[locale]} breadcrumb={breadcrumb} />
      <div className="grid max-w-4xl gap-4">
        <Section title={t('signature')}>
          <DescriptionList
            items={[
              {
                label: t('field.version'),
                value: t('versionNumber', { version: signature.version }),
              },
              { label: t('field.at'), value: formatDateTime(signature.at, locale) },
              { label: t('field.signer'), value: signer },
              { label: t('field.ip'), value: signature.ip },
              {
                label: t('field.sha256'),
                wide: true,
                value: <code className="break-all text-[13px]">{signature.sha256}</code>,
              },
            ]}
          />
        </Section>
        <Section title={t('field.body')}>
          {agreement && <AgreementText body={agreement.body[locale]} />}
          {signature.fileId && (
            <a className="link" href={`/api/files/${signature.fileId}`}>
              {t('download')}
            </a>
          )}
        </Section>
      </div>
    </>
  );
}
