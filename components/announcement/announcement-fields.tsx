import { useTranslations } from 'next-intl';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { BothLanguages } from '@/db/schema/agreement';
import { LOCALES } from '@/lib/i18n/locales';

export interface AnnouncementText {
  title: BothLanguages;
  body: BothLanguages;
  behaviour: BothLanguages;
  result: BothLanguages;
  merchantId: string | null;
  decidedOn: string;
}

/** The fields of a public notice, in both languages. */
export function AnnouncementFields({ value }: { value?: AnnouncementText | undefined }) {
  const t = useTranslations('announcement');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="merchantId" label={t('field.merchantId')} hint={t('hint.merchantId')}>
          <TextInput max={60} defaultValue={value?.merchantId ?? ''} />
        </Field>
        <Field name="decidedOn" label={t('field.decidedOn')} hint={t('hint.decidedOn')}>
          <DateInput defaultValue={value?.decidedOn} />
        </Field>
      </div>
      {LOCALES.map((language) => (
        <fieldset key={language} className="form mt-6">
          <legend className="mb-3 w-full border-b border-separator pb-2 font-semibold">
            {t(`language.${language}`)}
          </legend>
          <Field name={`title.${language}`} label={t('field.title')} required>
            <TextInput max={100} lang={language} defaultValue={value?.title[language]} />
          </Field>
          <Field name={`behaviour.${language}`} label={t('field.behaviour')}>
            <TextInput max={300} lang={language} defaultValue={value?.behaviour[language]} />
          </Field>
          <Field name={`result.${language}`} label={t('field.result')}>
            <TextInput max={500} lang={language} defaultValue={value?.result[language]} />
          </Field>
          <Field name={`body.${language}`} label={t('field.body')} required>
            <Textarea rows={8} max={5000} lang={language} defaultValue={value?.body[language]} />
          </Field>
        </fieldset>
      ))}
    </>
  );
}
