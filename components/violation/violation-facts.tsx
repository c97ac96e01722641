import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { FileList } from '@/components/ui/file-list';
import type { UploadedFile } from '@/components/ui/upload';
import type { violations } from '@/db/schema';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';

/** What was done wrong, what followed, what the merchant answered and what operations said to it. */
export function ViolationFacts({
  violation,
  evidence,
  answerFiles,
  locale,
  format,
  merchant,
  product,
}: {
  violation: typeof violations.$inferSelect;
  evidence: UploadedFile[];
  answerFiles: UploadedFile[];
  locale: Locale;
  format: Format;
  /** The merchant with its page, for staff. */
  merchant?: ReactNode;
  product?: ReactNode;
}) {
  const t = useTranslations('violation');
  const { productAction, merchantAction, until } = violation;
  return (
    <>
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            ...(merchant ? [{ label: t('field.merchant'), value: merchant }] : []),
            { label: t('field.behaviour'), value: violation.behaviourText[locale] },
            { label: t('field.recordedAt'), value: format.dateTime(violation.recordedAt) },
            { label: t('field.product'), value: product ?? violation.productName },
            {
              label: t('field.reason'),
              value: <span className="whitespace-pre-line">{violation.reason}</span>,
              wide: true,
            },
            { label: t('field.evidenceFileIds'), value: <FileList files={evidence} />, wide: true },
          ]}
        />
      </Section>
      <Section title={t('detail.consequences')}>
        <DescriptionList
          columns={3}
          items={[
            {
              label: t('field.points'),
              value: t('list.points', { points: violation.points }),
            },
            { label: t('field.productAction'), value: t(`productAction.${productAction}`) },
            { label: t('field.merchantAction'), value: t(`merchantAction.${merchantAction}`) },
            ...(until ? [{ label: t('field.untilAt'), value: format.dateTime(until) }] : []),
            { label: t('field.deposit'), value: violation.deposit[locale] },
          ]}
        />
      </Section>
      {violation.answer && (
        <Section title={t('detail.answer')}>
          <DescriptionList
            items={[
              { label: t('field.answeredAt'), value: format.dateTime(violation.answeredAt) },
              {
                label: t('field.answer'),
                value: <span className="whitespace-pre-line">{violation.answer}</span>,
                wide: true,
              },
              {
                label: t('field.answerFileIds'),
                value: <FileList files={answerFiles} />,
                wide: true,
              },
            ]}
          />
        </Section>
      )}
      {violation.reply && (
        <Section title={t('detail.reply')}>
          <DescriptionList
            items={[
              { label: t('field.repliedAt'), value: format.dateTime(violation.repliedAt) },
              {
                label: t('field.reply'),
                value: <span className="whitespace-pre-line">{violation.reply}</span>,
                wide: true,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
