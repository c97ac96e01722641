'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Billing } from '@/db/schema/product';
import type { SpecDraft } from '@/db/schema/product-application';
import { generateSkus } from '@/lib/workflows/product-application/form/sku-matrix';
import { AttributesEditor } from './attributes-editor';
import { SkuTable } from './sku-table';
import { useWizard } from './wizard-context';

/** One specification: name, way of billing, attributes and the price of every SKU (products.md 3.6). */
export function SpecEditor({
  spec,
  at,
  change,
}: {
  spec: SpecDraft;
  at: string;
  change: (patch: Partial<SpecDraft>) => void;
}) {
  const t = useTranslations('productApplication');
  const { data } = useWizard();
  const live = data.live?.specs.find((one) => one.id === spec.id);
  /** Without attributes there is nothing to generate: the prices follow the ways of billing. */
  const settle = (patch: Partial<SpecDraft>) => {
    const next = { ...spec, ...patch };
    change(next.pricing === 'simple' ? { ...patch, skus: generateSkus(next) } : patch);
  };
  const mayBill = (billing: Billing) => {
    if (!live) return true;
    if (live.billings.includes(billing)) return false;
    return billing !== 'oneTime' && !live.billings.includes('oneTime');
  };
  return (
    <div className="form">
      {live && <Alert>{t('listedSpec')}</Alert>}
      <Field name={`${at}.name`} label={t('field.specName')} required hint={t('hint.specName')}>
        <TextInput
          value={spec.name}
          max={50}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field
        name={`${at}.description`}
        label={t('field.specDescription')}
        hint={t('hint.specDescription')}
      >
        <Textarea
          rows={2}
          max={500}
          value={spec.description}
          onChange={(event) => change({ description: event.target.value })}
        />
      </Field>
      <Checkbox
        checked={spec.hidden}
        hint={t('hint.specHidden')}
        onChange={(event) => change({ hidden: event.target.checked })}
      >
        {t('field.specHidden')}
      </Checkbox>
      <Field group name={`${at}.pricing`} label={t('field.pricing')} required>
        <RadioCards
          name={`${at}.pricing`}
          columns={2}
          defaultValue={spec.pricing}
          options={(['simple', 'custom'] as const).map((value) => ({
            value,
            label: t(`pricing.${value}`),
            hint: t(`pricing.${value}Hint`),
            disabled: live !== undefined && live.pricing !== value,
          }))}
          onChange={(value) =>
            settle(
              value === 'simple' ? { pricing: 'simple', attributes: [] } : { pricing: 'custom' },
            )
          }
        />
      </Field>
      <Field group name={`${at}.billings`} label={t('field.billings')} required>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {(['oneTime', 'month', 'year'] as const)
            .filter((one) => data.limits.billings.includes(one))
            .map((one) => (
              <Checkbox
                key={one}
                value={one}
                checked={spec.billings.includes(one)}
                disabled={!mayBill(one)}
                onChange={(event) => {
                  const rest = spec.billings.filter((other) => other !== one);
                  settle({ billings: event.target.checked ? [...rest, one] : rest });
                }}
              >
                {t(`billing.${one}`)}
              </Checkbox>
            ))}
        </div>
      </Field>
      {spec.pricing === 'custom' && (
        <AttributesEditor spec={spec} at={at} live={live} change={change} />
      )}
      <SkuTable spec={spec} at={at} live={live} change={change} />
    </div>
  );
}
