import { useTranslations } from 'next-intl';
import { sentences } from '@/lib/i18n/sentences';
import type { ReviewerReason } from './profile-values';

/** What the reviewer wrote about this field the last time. */
export function ReviewerNote({ reasons, field }: { reasons: ReviewerReason[]; field: string }) {
  const t = useTranslations('merchant');
  const mine = reasons.filter((reason) => reason.field === field);
  if (mine.length === 0) return null;
  return (
    <p className="field__hint mb-1 text-warning-soft-foreground">
      {sentences(...mine.map(({ text }) => t('reviewerNote', { text })))}
    </p>
  );
}
