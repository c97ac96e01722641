'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { QuantityMode, SpecAttribute } from '@/db/schema/product';
import type { SpecDraft } from '@/db/schema/product-application';
import { useWizard } from './wizard-context';

const MODES = ['linear', 'step', 'tier'] as const satisfies readonly QuantityMode[];
type Enumeration = Extract<SpecAttribute, { kind: 'enumeration' }>;
type Quantity = Extract<SpecAttribute, { kind: 'quantity' }>;

/** Attributes of a specification: at most one quantity and five enumerations, picked from the dictionary. */
export function AttributesEditor({
  spec,
  at,
  live,
  change,
}: {
  spec: SpecDraft;
  at: string;
  live: SpecDraft | undefined;
  change: (patch: Partial<SpecDraft>) => void;
}) {
  const t = useTranslations('productApplication');
  const { data } = useWizard();
  const used = new Set(spec.attributes.map(({ code }) => code));
  const counted = spec.attributes.some(({ kind }) => kind === 'quantity');
  const free = data.attributes.filter(
    ({ code, kind }) => !used.has(code) && !(kind === 'quantity' && counted),
  );
  const edit = (i: number, patch: Partial<Enumeration> | Partial<Quantity>) =>
    change({
      attributes: spec.attributes.map((one, j) =>
        j === i ? ({ ...one, ...patch } as SpecAttribute) : one,
      ),
    });
  const add = (code: string) => {
    const one = data.attributes.find((entry) => entry.code === code);
    if (!one) return;
    const { kind, name } = one;
    const fresh: SpecAttribute =
      kind === 'enumeration'
        ? { kind, code, name, values: [] }
        : { kind, code, name, unit: '', min: 1, max: 100, step: 1, mode: 'linear' };
    change({ attributes: [...spec.attributes, fresh] });
  };
  return (
    <Field
      group
      name={`${at}.attributes`}
      label={t('field.attributes')}
      required
      hint={t('hint.attributes', { maximum: data.limits.enumerations })}
      aside={
        <Link className="link text-[13px]" href="/merchant/attributes" target="_blank">
          {t('manageAttributes')}
        </Link>
      }
    >
      <div className="grid gap-3">
        {spec.attributes.map((one, i) => (
          <div key={one.code} className="rounded-md border border-border p-3">
            <div className="mb-2 flex items-center justify-between gap-2">
              <strong>
                {one.name} <span className="font-normal text-muted">{t(`kind.${one.kind}`)}</span>
              </strong>
              {!live && (
                <Button
                  size="sm"
                  look="ghost"
                  onClick={() => change({ attributes: spec.attributes.filter((_, j) => j !== i) })}
                >
                  {t('remove')}
                </Button>
              )}
            </div>
            {one.kind === 'enumeration' ? (
              <EnumerationValues
                one={one}
                name={`${at}.attributes.${i}`}
                locked={live !== undefined}
                edit={(patch) => edit(i, patch)}
              />
            ) : (
              <QuantityRange
                one={one}
                name={`${at}.attributes.${i}`}
                locked={live !== undefined}
                edit={(patch) => edit(i, patch)}
              />
            )}
          </div>
        ))}
        {!live && (
          <Select
            aria-label={t('addAttribute')}
            placeholder={t('addAttribute')}
            value=""
            options={free.map(({ code, name, kind }) => ({
              value: code,
              label: `${name} · ${t(`kind.${kind}`)}`,
            }))}
            onChange={(event) => add(event.target.value)}
          />
        )}
      </div>
    </Field>
  );
}

function EnumerationValues({
  one,
  name,
  locked,
  edit,
}: {
  one: Enumeration;
  name: string;
  locked: boolean;
  edit: (patch: Partial<Enumeration>) => void;
}) {
  const t = useTranslations('productApplication');
  return (
    <Field name={name} label={t('field.values')} hint={t('hint.values')}>
      <Textarea
        rows={3}
        disabled={locked}
        defaultValue={one.values.join('\n')}
        onChange={(event) =>
          edit({
            values: event.target.value
              .split('\n')
              .map((value) => value.trim())
              .filter((value) => value !== ''),
          })
        }
      />
    </Field>
  );
}

function QuantityRange({
  one,
  name,
  locked,
  edit,
}: {
  one: Quantity;
  name: string;
  locked: boolean;
  edit: (patch: Partial<Quantity>) => void;
}) {
  const t = useTranslations('productApplication');
  const number = (text: string) => Number(text.replace(/\D/g, '').slice(0, 7) || 0);
  return (
    <div className="grid gap-3">
      <Field group name={name} label={t('field.range')} hint={t('hint.range')}>
        <div className="flex flex-wrap items-center gap-2">
          <NumberInput
            className="w-28"
            aria-label={t('field.min')}
            value={String(one.min)}
            onChange={(event) => edit({ min: number(event.target.value) })}
          />
          <span aria-hidden="true">–</span>
          <NumberInput
            className="w-28"
            aria-label={t('field.max')}
            value={String(one.max)}
            onChange={(event) => edit({ max: number(event.target.value) })}
          />
        </div>
      </Field>
      <div className="form__row">
        <Field name={`${name}.step`} label={t('field.step')}>
          <NumberInput
            value={String(one.step)}
            disabled={locked}
            onChange={(event) => edit({ step: number(event.target.value) })}
          />
        </Field>
        <Field name={`${name}.unit`} label={t('field.unit')} hint={t('hint.unit')}>
          <TextInput
            className="max-w-32"
            value={one.unit}
            disabled={locked}
            onChange={(event) => edit({ unit: event.target.value.slice(0, 10) })}
          />
        </Field>
      </div>
      <Field name={`${name}.mode`} label={t('field.mode')} hint={t(`mode.${one.mode}Hint`)}>
        <Select
          value={one.mode}
          options={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          onChange={(event) => edit({ mode: event.target.value as Quantity['mode'] })}
        />
      </Field>
    </div>
  );
}
