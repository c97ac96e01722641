'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { AgreementKind, BothLanguages } from '@/db/schema/agreement';
import { AgreementText } from './agreement-text';

const LANGUAGES = ['zh-CN', 'en'] as const;

/** A new version in both languages, with the text beside it as people will read it. */
export function AgreementForm({
  action,
  kinds,
  kind,
  title,
  body,
}: {
  action: FormAction;
  kinds: readonly AgreementKind[];
  kind: AgreementKind;
  /** The version in force, to start from. */
  title?: BothLanguages;
  body?: BothLanguages;
}) {
  const t = useTranslations('agreement');
  const [typed, setTyped] = useState({ 'zh-CN': body?.['zh-CN'] ?? '', en: body?.en ?? '' });
  const [shown, setShown] = useState<(typeof LANGUAGES)[number]>('zh-CN');
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <ActionForm
        action={action}
        hidden={{ kind }}
        draftKey={`agreement:${kind}`}
        success={t('ops.added')}
        redirectTo="/ops/agreements/{id}"
      >
        <Section title={t('field.kind')}>
          <div className="flex flex-wrap gap-2">
            {kinds.map((name) => (
              <ButtonLink
                key={name}
                href={`/ops/agreements/new?kind=${name}`}
                look={name === kind ? 'secondary' : 'outline'}
                aria-current={name === kind ? 'page' : undefined}
              >
                {t(`kind.${name}`)}
              </ButtonLink>
            ))}
          </div>
          <p className="field__hint">{t(`kindHint.${kind}`)}</p>
        </Section>
        {LANGUAGES.map((language) => (
          <Section key={language} title={t(`language.${language}`)}>
            <div className="form">
              <Field name={`title.${language}`} label={t('field.title')} required>
                <TextInput max={100} defaultValue={title?.[language]} lang={language} />
              </Field>
              <Field name={`summary.${language}`} label={t('field.summary')} required>
                <Textarea rows={2} max={1000} lang={language} />
              </Field>
              <Field
                name={`body.${language}`}
                label={t('field.body')}
                hint={t('ops.bodyHint')}
                required
              >
                <Textarea
                  rows={18}
                  lang={language}
                  defaultValue={body?.[language]}
                  onFocus={() => setShown(language)}
                  onChange={(event) =>
                    setTyped((texts) => ({ ...texts, [language]: event.target.value }))
                  }
                />
              </Field>
            </div>
          </Section>
        ))}
        <Section title={t('field.effectiveFrom')}>
          <Field
            name="effectiveFrom"
            label={t('field.effectiveFrom')}
            hint={t('ops.effectiveHint')}
          >
            <DateTimeInput />
          </Field>
        </Section>
        <div className="form__foot">
          <SubmitButton>{t('ops.add')}</SubmitButton>
        </div>
      </ActionForm>
      <div className="xl:sticky xl:top-20">
        <Section title={t('ops.preview', { language: t(`language.${shown}`) })}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it */}
          <div className="max-h-[70vh] overflow-y-auto" lang={shown} tabIndex={0}>
            <AgreementText body={typed[shown]} />
          </div>
        </Section>
      </div>
    </div>
  );
}
