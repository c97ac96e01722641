import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { REVIEW_DIMENSIONS } from '@/db/schema/product-review';
import type { UploadRule } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import type { Locale } from '@/lib/i18n/locales';
import { sentences } from '@/lib/i18n/sentences';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Choice } from '@/lib/settings/registry/product-review';
import { choiceName } from './choice-name';
import { StarInput } from './star-input';

export interface ReviewFormProps {
  action: FormAction;
  hidden: Record<string, string | number>;
  draftKey: string;
  /** What was written before. */
  given?: {
    quality: number;
    service: number;
    delivery: number;
    tags: string[];
    text: string;
    pictures: FileSummary[];
  };
  terms: { tags: Choice[]; maxLength: number; maxPictures: number; reviewFirst: boolean };
  pictureRule: UploadRule;
  /** How others will see the name; known once it was written. */
  name?: string;
  t: Translate;
  words: Translate;
  locale: Locale;
  format: Format;
}

/** Three scores, tags, words and pictures (buyer-centre.md 6). */
export function ReviewForm(props: ReviewFormProps) {
  const { action, hidden, draftKey, given, terms, pictureRule, t, words, locale, format } = props;
  const stars = [1, 2, 3, 4, 5].map((n) => t('starsOf', { stars: n }));
  const types = words('hint.types', {
    types: pictureRule.extensions.map((extension) => extension.toUpperCase()).join(' / '),
    max: format.bytes(pictureRule.maxBytes),
  });
  return (
    <Section
      title={t(given ? 'form.editTitle' : 'event.open')}
      description={`${t(terms.reviewFirst ? 'form.first' : 'form.bad')}${props.name ? ` ${t('form.name', { name: props.name })}` : ''}`}
    >
      <ActionForm
        action={action}
        hidden={hidden}
        redirectTo="/buyer/reviews/{id}"
        draftKey={draftKey}
      >
        <div className="scores">
          {REVIEW_DIMENSIONS.map((dimension) => (
            <Field
              key={dimension}
              group
              name={dimension}
              label={t(`dimension.${dimension}`)}
              required
            >
              <StarInput labels={stars} defaultValue={given?.[dimension]} />
            </Field>
          ))}
        </div>
        {terms.tags.length > 0 && (
          <Field group name="tags[]" label={t('field.tags')} hint={t('form.tagsHint')}>
            <div className="flex flex-wrap gap-x-5">
              {terms.tags.map((tag) => (
                <Checkbox
                  key={tag.code}
                  value={tag.code}
                  defaultChecked={given?.tags.includes(tag.code)}
                >
                  {choiceName(tag, locale)}
                </Checkbox>
              ))}
            </div>
          </Field>
        )}
        <Field
          name="text"
          label={t('field.text')}
          hint={t('form.textHint', { maximum: terms.maxLength })}
          required
        >
          <Textarea rows={5} max={terms.maxLength} defaultValue={given?.text ?? ''} />
        </Field>
        {terms.maxPictures > 0 && (
          <Field
            group
            name="pictures[]"
            label={t('field.pictures')}
            hint={sentences(types, t('form.picturesHint', { maximum: terms.maxPictures }))}
          >
            <FileUpload
              purpose="reviewPicture"
              accept={pictureRule.extensions.map((extension) => `.${extension}`).join(',')}
              multiple
              maxFiles={terms.maxPictures}
              files={given?.pictures.map(({ id, name, size, type }) => ({ id, name, size, type }))}
            />
          </Field>
        )}
        <div>
          <SubmitButton>{t(given ? 'form.save' : 'form.send')}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
