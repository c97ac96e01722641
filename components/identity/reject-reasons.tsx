import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** A reason per field that is wrong, and a note for the whole. */
export function RejectReasons({ fields }: { fields: readonly string[] }) {
  const t = useTranslations('identity');
  return (
    <>
      {fields.map((field) => (
        <Field key={field} name={`fields.${field}.reason`} label={t(`field.${field}`)}>
          <Textarea rows={1} max={500} />
        </Field>
      ))}
      <Field name="note" label={t('ops.note')}>
        <Textarea rows={2} max={2000} />
      </Field>
    </>
  );
}
