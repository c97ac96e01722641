import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Translate } from '@/lib/i18n/translator';
import type { StoredRule } from '@/lib/records/review-rule/queries';

type Kind = 'words' | 'length' | 'richText';

/** The words of a rule in both languages and how strict it is. */
export function RuleTexts({ t, rule }: { t: Translate; rule?: StoredRule }) {
  return (
    <>
      <Field name="textZh" label={t('field.textZh')} hint={t('hint.text')} required>
        <Textarea max={300} rows={2} defaultValue={rule?.textZh} lang="zh-CN" />
      </Field>
      <Field name="textEn" label={t('field.textEn')} required>
        <Textarea max={300} rows={2} defaultValue={rule?.textEn} lang="en" />
      </Field>
      {rule && !rule.check ? (
        <input type="hidden" name="severity" value="warn" />
      ) : (
        <Field name="severity" label={t('field.severity')} hint={t('hint.severity')} required>
          <Select
            defaultValue={rule?.severity ?? 'block'}
            options={['block', 'warn'].map((value) => ({ value, label: t(`severity.${value}`) }))}
          />
        </Field>
      )}
    </>
  );
}

/** Parameters of the checks that people may change. */
export function RuleParamFields({
  t,
  kinds,
  params = {},
}: {
  t: Translate;
  kinds: Kind[];
  params?: Record<string, unknown>;
}) {
  const bound = (name: string) => (
    <Field key={name} name={name} label={t(`field.${name}`)} hint={t(`hint.${name}`)}>
      <NumberInput defaultValue={params[name] === undefined ? '' : String(params[name])} />
    </Field>
  );
  const words = Array.isArray(params.words) ? params.words.join('\n') : '';
  return (
    <>
      {kinds.includes('words') && (
        <Field name="words" label={t('field.words')} hint={t('hint.words')}>
          <Textarea rows={Math.min(12, words.split('\n').length + 2)} defaultValue={words} />
        </Field>
      )}
      {kinds.includes('length') && ['min', 'max'].map(bound)}
      {kinds.includes('richText') && ['minText', 'maxImages'].map(bound)}
    </>
  );
}
