'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { SpecsEditor } from './specs-editor';
import { useWizard } from './wizard-context';

/** Page 4: where it stands in the shop, and what it costs (products.md 3.6). */
export function StepBusiness() {
  const t = useTranslations('productApplication');
  const { proposal, set } = useWizard();
  const { seo } = proposal;
  return (
    <>
      <Section title={t('section.business')}>
        <div className="form">
          <Field group name="publicSale" label={t('field.publicSale')} required>
            <RadioCards
              name="publicSale"
              columns={2}
              defaultValue={proposal.publicSale ? 'public' : 'hidden'}
              options={(['public', 'hidden'] as const).map((value) => ({
                value,
                label: t(`sale.${value}`),
                hint: t(`sale.${value}Hint`),
              }))}
              onChange={(value) => set({ publicSale: value === 'public' })}
            />
          </Field>
          <CategoryPicker />
          <Tags />
          <Field group name="shareRule" label={t('field.shareRule')} required>
            <RadioCards
              name="shareRule"
              defaultValue={proposal.shareRule}
              options={[
                { value: 'standard', label: t('share.standard'), hint: t('share.standardHint') },
              ]}
            />
          </Field>
        </div>
      </Section>
      <SpecsEditor />
      <Section title={t('section.seo')} description={t('section.seoHint')}>
        <div className="form">
          {(['title', 'keywords'] as const).map((key) => (
            <Field key={key} name={`seo.${key}`} label={t(`field.seo_${key}`)}>
              <TextInput
                value={seo[key]}
                max={key === 'title' ? 200 : 300}
                onChange={(event) => set({ seo: { ...seo, [key]: event.target.value } })}
              />
            </Field>
          ))}
          <Field name="seo.description" label={t('field.seo_description')}>
            <Textarea
              rows={2}
              max={500}
              value={seo.description}
              onChange={(event) => set({ seo: { ...seo, description: event.target.value } })}
            />
          </Field>
        </div>
      </Section>
    </>
  );
}

/** Top category first, then its leaf: the leaf is what counts. */
function CategoryPicker() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  const known = data.categories.find(({ leaves }) =>
    leaves.some(({ id }) => id === proposal.categoryId),
  );
  const [topId, setTopId] = useState(known?.id ?? '');
  const top = data.categories.find(({ id }) => id === topId);
  return (
    <Field
      group
      name="categoryId"
      label={t('field.categoryId')}
      required
      hint={t('hint.categoryId')}
    >
      <div className="form__row">
        <Select
          id="category-top"
          aria-label={t('topCategory')}
          placeholder={t('topCategory')}
          value={topId}
          options={data.categories.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => {
            setTopId(event.target.value);
            set({ categoryId: '' });
          }}
        />
        <Select
          id="category-leaf"
          aria-label={t('leafCategory')}
          placeholder={t('leafCategory')}
          value={proposal.categoryId}
          disabled={!top}
          options={(top?.leaves ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ categoryId: event.target.value })}
        />
      </div>
    </Field>
  );
}

function Tags() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  const [text, setText] = useState('');
  const { tags } = proposal;
  const add = () => {
    const tag = text.trim();
    if (tag !== '' && !tags.includes(tag)) set({ tags: [...tags, tag] });
    setText('');
  };
  return (
    <Field name="tags" label={t('field.tags')} hint={t('hint.tags', { maximum: data.limits.tags })}>
      <div className="flex flex-wrap items-center gap-2">
        {tags.map((tag) => (
          <span key={tag} className="badge badge--neutral badge--plain">
            {tag}
            <button
              type="button"
              className="ms-1"
              aria-label={t('removeTag', { tag })}
              onClick={() => set({ tags: tags.filter((one) => one !== tag) })}
            >
              ×
            </button>
          </span>
        ))}
        {tags.length < data.limits.tags && (
          <>
            <TextInput
              className="max-w-48"
              value={text}
              onChange={(event) => setText(event.target.value.slice(0, 20))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                add();
              }}
            />
            <Button size="sm" onClick={add} disabled={text.trim() === ''}>
              {t('addTag')}
            </Button>
          </>
        )}
      </div>
    </Field>
  );
}
