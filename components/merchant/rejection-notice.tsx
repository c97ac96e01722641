import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { ReviewOutcome } from '@/db/schema/onboarding';

/** Why the last submission was refused, field by field. */
export function RejectionNotice({
  outcome,
  labels,
  title,
}: {
  outcome: ReviewOutcome;
  /** Catalog prefix of the field names, e.g. `merchant.field`. */
  labels: string;
  title: string;
}) {
  const t = useTranslations();
  return (
    <Alert tone="danger" title={title}>
      {outcome.reasons.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {outcome.reasons.map(({ field, rule, text }) => (
            <li key={`${field} ${text}`}>
              <strong className="font-medium">
                {t.has(`${labels}.${field}`) ? t(`${labels}.${field}`) : field}
              </strong>
              {' · '}
              {text}
              {rule && <code className="checks__rule ms-2">{rule}</code>}
            </li>
          ))}
        </ul>
      )}
      {outcome.note && <p className="mt-1 whitespace-pre-wrap">{outcome.note}</p>}
    </Alert>
  );
}
