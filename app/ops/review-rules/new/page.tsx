import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { fieldKey } from '@/lib/records/review-rule/field-key';
import { RULE_FIELDS } from '@/lib/records/review-rule/schema';
import { add } from '../actions';
import { RuleParamFields, RuleTexts } from '../rule-fields';

export default async function NewRulePage() {
  await requireOperator('reviewRule.change');
  const t = await getT('reviewRule');
  return (
    <DetailPage
      title={t('event.add')}
      breadcrumb={[{ label: t('list.title'), href: '/ops/review-rules' }]}
      description={t('add.description')}
    >
      <Section title={t('add.rule')}>
        <ActionForm
          action={add}
          draftKey="review-rule:new"
          success={t('add.done')}
          redirectTo="/ops/review-rules/{id}"
        >
          <Field name="field" label={t('field.field')} required>
            <Select
              options={RULE_FIELDS.map((value) => ({
                value,
                label: t(`fieldName.${fieldKey(value)}`),
              }))}
            />
          </Field>
          <RuleTexts t={t} />
          <Field name="check" label={t('field.by')} hint={t('hint.check')} required>
            <Select
              options={[
                { value: 'words', label: t('check.words') },
                { value: 'length', label: t('check.length') },
                { value: 'eyes', label: t('by.eyes') },
              ]}
            />
          </Field>
          <RuleParamFields t={t} kinds={['words', 'length']} />
          <div>
            <SubmitButton>{t('add.save')}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </DetailPage>
  );
}
