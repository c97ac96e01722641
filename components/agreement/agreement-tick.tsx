import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { AgreementText } from './agreement-text';

/** The agreement to read in place, and the tick under it; the form carries which version was shown. */
export function AgreementTick({
  agreement,
}: {
  agreement: { id: string; title: string; version: number; body: string };
}) {
  const t = useTranslations('agreement');
  const { id, title, version, body } = agreement;
  return (
    <div className="grid gap-3">
      <input type="hidden" name="agreementId" value={id} autoComplete="off" readOnly />
      <section
        className="max-h-72 overflow-y-auto rounded-md border border-border p-4"
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll the text
        tabIndex={0}
      >
        <AgreementText body={body} />
      </section>
      <Field name="agreed" label={t('tick')} required group>
        <Checkbox value="on">{t('field.agreed', { title, version })}</Checkbox>
      </Field>
    </div>
  );
}
