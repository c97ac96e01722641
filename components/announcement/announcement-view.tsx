import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { announcements } from '@/db/schema';
import { type Locale, TIME_ZONE } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import { momentOf } from '@/lib/time/zoned';

/** A public notice as everybody reads it: merchant, behaviour, result, date, and its text. */
export function AnnouncementView({
  row,
  locale,
  format,
}: {
  row: typeof announcements.$inferSelect;
  locale: Locale;
  format: Format;
}) {
  const t = useTranslations('announcement');
  const decided = momentOf(row.decidedOn, TIME_ZONE);
  const facts = [
    { label: t('field.merchant'), value: row.merchantName },
    { label: t('field.behaviour'), value: row.behaviour[locale] },
    { label: t('field.result'), value: row.result[locale] },
    { label: t('field.decidedOn'), value: decided ? format.date(decided) : '' },
  ].filter(({ value }) => value !== '');
  return (
    <>
      {facts.length > 0 && <DescriptionList items={facts} />}
      <p className="mt-4 leading-7 whitespace-pre-line">{row.body[locale]}</p>
      <p className="mt-6 text-right text-muted">
        {t('public.signature')}
        {row.publishedAt && <span className="num"> · {format.date(row.publishedAt)}</span>}
      </p>
    </>
  );
}
