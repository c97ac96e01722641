import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { RejectFields } from '@/components/workflow/reject-fields';
import { PROFILE_FIELDS } from '@/lib/records/merchant/profile-fields';
import { REVIEW_RULES, type ReviewCheck } from '@/lib/workflows/onboarding/review-checks';

/** Reasons for refusing a company's data, starting with the rules that the machine found broken. */
export function RejectCompany({ checks }: { checks: readonly ReviewCheck[] }) {
  const t = useTranslations('merchant');
  const r = useTranslations('review');
  return (
    <>
      <RejectFields
        name="reasons"
        fields={PROFILE_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
        rules={REVIEW_RULES.map(({ rule, field }) => ({
          value: rule,
          label: `${rule} ${t(`rule.${rule}`)}`,
          field,
          sentence: t(`refusal.${rule}`),
        }))}
        start={checks
          .filter(({ result }) => result === 'failed')
          .map(({ rule, field }) => ({ field, rule, text: t(`refusal.${rule}`) }))}
      />
      <Field name="note" label={r('noteToApplicant')}>
        <Textarea rows={2} max={2000} />
      </Field>
    </>
  );
}
