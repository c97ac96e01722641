'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextInput } from '@/components/ui/text-input';
import { UploadField } from './upload-field';
import { useWizard } from './wizard-context';

/** Page 1: name, version, logo, and how the service is delivered (products.md 3.1, 3.3). */
export function StepAccess() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  return (
    <>
      <Section title={t('section.access')}>
        <div className="form">
          <Field name="name" label={t('field.name')} required hint={t('hint.name')}>
            <TextInput
              value={proposal.name}
              max={data.limits.nameLength}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <Field
            name="productVersion"
            label={t('field.productVersion')}
            required
            hint={t('hint.productVersion')}
          >
            <TextInput
              className="max-w-40"
              value={proposal.productVersion}
              placeholder="V1.0"
              onChange={(event) => set({ productVersion: event.target.value })}
            />
          </Field>
          <UploadField name="logoFileId" purpose="productLogo" required pictures />
        </div>
      </Section>
      <Section title={t('section.delivery')} description={t('section.deliveryHint')}>
        <div className="form">
          <Field group name="flow" label={t('field.flow')} required hint={t('hint.flow')}>
            <RadioCards
              name="requirementStep"
              columns={2}
              defaultValue={proposal.flow.requirementStep ? 'with' : 'without'}
              options={(['with', 'without'] as const).map((value) => ({
                value,
                label: t(`flow.${value}`),
                hint: t(`flow.${value}Hint`),
              }))}
              onChange={(value) =>
                set({ flow: { template: 'standard', requirementStep: value === 'with' } })
              }
            />
          </Field>
          <Field
            name="deliveryPeriodDays"
            label={t('field.deliveryPeriodDays')}
            required
            hint={t('hint.deliveryPeriodDays', { maximum: data.limits.deliveryDays })}
          >
            <NumberInput
              value={proposal.deliveryPeriodDays === 0 ? '' : String(proposal.deliveryPeriodDays)}
              suffix={t('days')}
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, '').slice(0, 4);
                set({ deliveryPeriodDays: Number(digits || 0) });
              }}
            />
          </Field>
          <UploadField
            name="requirementTemplateFileId"
            purpose="requirementTemplate"
            required={proposal.flow.requirementStep}
            aside={<Blank file="requirement-template.xlsx" />}
          />
          <UploadField
            name="deliveryTemplateFileId"
            purpose="deliveryTemplate"
            required={data.limits.deliveryTemplate}
            aside={<Blank file="delivery-template.docx" />}
          />
        </div>
      </Section>
    </>
  );
}

/** A blank to start from. */
export function Blank({ file }: { file: string }) {
  const t = useTranslations('productApplication');
  const { data } = useWizard();
  return (
    <a className="link text-[13px]" href={`/templates/${data.locale}/${file}`} download>
      {t('blank')}
    </a>
  );
}
