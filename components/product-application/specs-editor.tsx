'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { localKey } from '@/components/ui/local-key';
import type { SpecDraft } from '@/db/schema/product-application';
import { SpecEditor } from './spec-editor';
import { useUnfolding, useWizard } from './wizard-context';

const fresh = (): SpecDraft => ({
  key: `new-${localKey()}`,
  name: '',
  description: '',
  hidden: false,
  pricing: 'simple',
  billings: ['oneTime'],
  attributes: [],
  skus: [{ billing: 'oneTime', values: [], offered: true, price: '', bands: [] }],
});

/** The specifications of the product: what customers choose between, each with its prices. */
export function SpecsEditor() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  const { specs } = proposal;
  const [open, setOpen] = useState(specs.length === 1 ? specs[0]?.key : undefined);
  useUnfolding('specs', (index) => setOpen(specs[index]?.key));
  const change = (key: string, patch: Partial<SpecDraft>) =>
    set({ specs: specs.map((one) => (one.key === key ? { ...one, ...patch } : one)) });
  const move = (i: number, by: number) => {
    const list = [...specs];
    const [one] = list.splice(i, 1);
    if (one) list.splice(i + by, 0, one);
    set({ specs: list });
  };
  return (
    <Section
      title={t('section.specs')}
      description={t('section.specsHint', { maximum: data.limits.specs })}
    >
      <Field group name="specs" label={<span className="sr-only">{t('section.specs')}</span>}>
        <div className="grid gap-3">
          {specs.length === 0 && <p className="text-muted">{t('noSpecs')}</p>}
          {specs.map((spec, i) => (
            <div key={spec.key} className="rounded-md border border-border">
              <div className="flex flex-wrap items-center gap-2 p-3">
                <button
                  type="button"
                  className="min-w-0 basis-full text-start sm:flex-1 sm:basis-0"
                  aria-expanded={open === spec.key}
                  onClick={() => setOpen(open === spec.key ? undefined : spec.key)}
                >
                  <strong>{spec.name || t('spec', { number: i + 1 })}</strong>{' '}
                  <span className="text-[13px] text-muted">
                    {t('skuCount', { count: spec.skus.filter((sku) => sku.offered).length })}
                    {spec.hidden && ` · ${t('hiddenSpec')}`}
                  </span>
                </button>
                <Button
                  size="sm"
                  look="ghost"
                  disabled={i === 0}
                  aria-label={t('moveUp')}
                  onClick={() => move(i, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="sm"
                  look="ghost"
                  disabled={i === specs.length - 1}
                  aria-label={t('moveDown')}
                  onClick={() => move(i, 1)}
                >
                  ↓
                </Button>
                <Button size="sm" onClick={() => setOpen(open === spec.key ? undefined : spec.key)}>
                  {t(open === spec.key ? 'fold' : 'edit')}
                </Button>
                {!spec.id && (
                  <Button
                    size="sm"
                    look="ghost"
                    onClick={() => set({ specs: specs.filter((one) => one.key !== spec.key) })}
                  >
                    {t('remove')}
                  </Button>
                )}
              </div>
              {open === spec.key ? (
                <div className="border-t border-border p-4">
                  <SpecEditor
                    spec={spec}
                    at={`specs.${i}`}
                    change={(patch) => change(spec.key, patch)}
                  />
                </div>
              ) : (
                <div className="px-3 pb-1">
                  <Field name={`specs.${i}[]`} group label={<span className="sr-only" />}>
                    {null}
                  </Field>
                </div>
              )}
            </div>
          ))}
          {specs.length < data.limits.specs && (
            <span>
              <Button
                size="sm"
                onClick={() => {
                  const one = fresh();
                  set({ specs: [...specs, one] });
                  setOpen(one.key);
                }}
              >
                {t('addSpec')}
              </Button>
            </span>
          )}
        </div>
      </Field>
    </Section>
  );
}
