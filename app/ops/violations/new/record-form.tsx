import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { DateInput } from '@/components/ui/date-input';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { MERCHANT_ACTIONS, PRODUCT_ACTIONS } from '@/db/schema/violation';
import type { Locale } from '@/lib/i18n/locales';
import type { RecordForm as Form } from '@/lib/workflows/violation/queries';

/** The facts of a breach and what follows from it, started from the rule. */
export function RecordForm({
  action,
  merchant,
  products,
  rule,
  until,
  mayList,
  locale,
}: {
  action: FormAction;
  merchant: { id: string; name: string };
  rule: NonNullable<Form['rule']>;
  locale: Locale;
} & Pick<Form, 'products' | 'until' | 'mayList'>) {
  const t = useTranslations('violation');
  const deposit = locale === 'en' ? rule.depositEn : rule.depositZh;
  return (
    <Section title={t('new.facts')} description={t('new.atOnce')}>
      <DescriptionList
        columns={3}
        items={[
          { label: t('field.merchant'), value: merchant.name },
          { label: t('field.behaviour'), value: locale === 'en' ? rule.en : rule.zh },
          { label: t('field.points'), value: t('list.points', { points: rule.points }) },
          ...(deposit ? [{ label: t('field.deposit'), value: deposit }] : []),
        ]}
      />
      <hr className="my-4 border-separator" />
      <ActionForm
        action={action}
        hidden={{ merchantId: merchant.id, behaviour: rule.code }}
        draftKey={`violation:${merchant.id}:${rule.code}`}
      >
        <Field name="productId" label={t('field.productId')}>
          <Select
            placeholder={t('new.noProduct')}
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="productAction" label={t('field.productAction')} required>
          <Select
            defaultValue={rule.productAction}
            options={PRODUCT_ACTIONS.map((value) => ({
              value,
              label: t(`productAction.${value}`),
            }))}
          />
        </Field>
        <Field
          name="merchantAction"
          label={t('field.merchantAction')}
          hint={mayList ? undefined : t('new.listHint')}
          required
        >
          <Select
            defaultValue={mayList ? rule.merchantAction : 'none'}
            options={MERCHANT_ACTIONS.map((value) => ({
              value,
              label: t(`merchantAction.${value}`),
              disabled: !mayList && value !== 'none',
            }))}
          />
        </Field>
        {mayList && (
          <Field name="until" label={t('field.until')} hint={t('new.untilHint')}>
            <DateInput defaultValue={until} />
          </Field>
        )}
        <Field name="reason" label={t('field.reason')} hint={t('new.reasonHint')} required>
          <Textarea rows={6} max={1000} />
        </Field>
        <Field
          group
          name="evidenceFileIds[]"
          label={t('field.evidenceFileIds')}
          hint={t('new.evidenceHint')}
        >
          <FileUpload purpose="violationEvidence" multiple maxFiles={10} />
        </Field>
        <div>
          <SubmitButton>{t('new.submit')}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
