'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { RichTextEditor } from '@/components/ui/rich-text-editor';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { lengthOfHtml } from '@/lib/workflows/product/html';
import { CasesEditor } from './cases-editor';
import { UploadField } from './upload-field';
import { useWizard } from './wizard-context';

/** Page 2: what customers see first, and cases (products.md 3.4). */
export function StepBasic() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  return (
    <>
      <Section title={t('section.basic')}>
        <div className="form">
          <UploadField
            name="pictureFileIds"
            purpose="productPicture"
            required
            pictures
            maxFiles={data.limits.pictures}
          />
          <Field name="summary" label={t('field.summary')} required hint={t('hint.summary')}>
            <Textarea
              rows={2}
              max={120}
              value={proposal.summary}
              onChange={(event) => set({ summary: event.target.value })}
            />
          </Field>
          <Field
            group
            name="description"
            label={t('field.description')}
            required
            hint={t('hint.description')}
            aside={
              <span className="num text-[13px] text-muted">
                {t('characters', { count: lengthOfHtml(proposal.description) })}
              </span>
            }
          >
            <RichTextEditor
              defaultValue={proposal.description}
              purpose="descriptionImage"
              onChange={(description) => set({ description })}
            />
          </Field>
          <Highlights />
        </div>
      </Section>
      <Section title={t('section.cases')} description={t('section.casesHint')}>
        <CasesEditor />
      </Section>
    </>
  );
}

function Highlights() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  const { highlights } = proposal;
  const change = (list: string[]) => set({ highlights: list });
  return (
    <Field
      group
      name="highlights"
      label={t('field.highlights')}
      required
      hint={t('hint.highlights')}
    >
      <div className="grid gap-2">
        {highlights.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          <div key={i} className="flex items-start gap-2">
            <Field
              name={`highlights.${i}`}
              className="flex-1"
              label={<span className="sr-only">{t('highlight', { number: i + 1 })}</span>}
            >
              <TextInput
                value={text}
                max={100}
                onChange={(event) =>
                  change(highlights.map((one, j) => (j === i ? event.target.value : one)))
                }
              />
            </Field>
            <Button
              look="ghost"
              size="sm"
              aria-label={t('removeHighlight', { number: i + 1 })}
              onClick={() => change(highlights.filter((_, j) => j !== i))}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        {highlights.length < data.limits.highlights && (
          <span>
            <Button size="sm" onClick={() => change([...highlights, ''])}>
              {t('addHighlight')}
            </Button>
          </span>
        )}
      </div>
    </Field>
  );
}
