import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { getT } from '@/lib/i18n/server';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';

/** What a re-review looks at, item by item, and what it says: a note when passed, a reason when refused. */
export async function ReReviewFields({
  row,
  verdict,
}: {
  row: Pick<SupervisionRow, 'demands'>;
  verdict: 'pass' | 'refuse';
}) {
  const t = await getT('supervision');
  return (
    <>
      <Field name="checks[]" label={t('dialog.checks')} hint={t(`dialog.${verdict}Checks`)} group>
        {row.demands.checks.map((key) => (
          <Checkbox key={key} value={key}>
            {t(`check.${key}`)}
          </Checkbox>
        ))}
      </Field>
      {verdict === 'pass' ? (
        <Field name="note" label={t('field.note')}>
          <Textarea max={1000} rows={2} />
        </Field>
      ) : (
        <Field
          name="reason"
          label={t('field.reason')}
          hint={t('dialog.refuseReReview.hint')}
          required
        >
          <Textarea max={1000} rows={4} />
        </Field>
      )}
    </>
  );
}
