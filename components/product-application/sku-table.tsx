'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { SpecAttribute } from '@/db/schema/product';
import type { SkuDraft, SpecDraft } from '@/db/schema/product-application';
import { skuKey } from '@/lib/workflows/product/sku-key';
import { generateSkus, matrixSize } from '@/lib/workflows/product-application/form/sku-matrix';
import { BandsEditor } from './bands-editor';
import { PriceInput } from './price-input';
import { useWizard } from './wizard-context';

/** Every SKU of a specification with its price; for the custom template generated from the attributes. */
export function SkuTable({
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
  const size = matrixSize(spec);
  const wanted = size <= data.limits.skus ? generateSkus({ ...spec, skus: [] }).map(skuKey) : [];
  const outdated =
    wanted.length !== spec.skus.length || spec.skus.some((sku, i) => skuKey(sku) !== wanted[i]);
  const quantity = spec.attributes.find((one) => one.kind === 'quantity');
  const edit = (i: number, patch: Partial<SkuDraft>) =>
    change({ skus: spec.skus.map((sku, j) => (j === i ? { ...sku, ...patch } : sku)) });
  const inWords = (sku: SkuDraft) =>
    [...sku.values.map(({ value }) => value), t(`billing.${sku.billing}`)].join(' · ');
  return (
    <Field
      group
      name={`${at}.skus`}
      label={t('field.skus')}
      required
      hint={spec.pricing === 'custom' ? t('hint.skus', { maximum: data.limits.skus }) : undefined}
    >
      {spec.pricing === 'custom' && (
        <div className="mb-3 flex flex-wrap items-center gap-3">
          <Button
            size="sm"
            look={outdated ? 'primary' : 'outline'}
            disabled={size === 0 || size > data.limits.skus}
            onClick={() => change({ skus: generateSkus(spec) })}
          >
            {t('generate', { count: size })}
          </Button>
          {outdated && spec.skus.length > 0 && (
            <span className="text-[13px] text-muted">{t('generateHint')}</span>
          )}
          {!outdated && spec.skus.length > 1 && !(quantity && quantity.mode !== 'linear') && (
            <Button
              size="sm"
              look="ghost"
              onClick={() =>
                change({
                  skus: spec.skus.map((sku) => ({ ...sku, price: spec.skus[0]?.price ?? '' })),
                })
              }
            >
              {t('samePrice')}
            </Button>
          )}
        </div>
      )}
      <ul className="sku-lines">
        {spec.skus.map((sku, i) => (
          <li key={skuKey(sku)} className="sku-line">
            <label className="choice">
              <input
                type="checkbox"
                className="choice__box"
                checked={sku.offered}
                disabled={
                  spec.skus.length === 1 || live?.skus.some((one) => skuKey(one) === skuKey(sku))
                }
                onChange={(event) => edit(i, { offered: event.target.checked })}
              />
              <span>{inWords(sku)}</span>
            </label>
            {sku.offered && (
              <SkuPrice
                sku={sku}
                combination={inWords(sku)}
                quantity={quantity}
                name={`${at}.skus.${i}`}
                edit={(patch) => edit(i, patch)}
              />
            )}
          </li>
        ))}
      </ul>
    </Field>
  );
}

function SkuPrice({
  sku,
  combination,
  quantity,
  name,
  edit,
}: {
  sku: SkuDraft;
  /** The SKU in words. */
  combination: string;
  quantity: SpecAttribute | undefined;
  name: string;
  edit: (patch: Partial<SkuDraft>) => void;
}) {
  const t = useTranslations('productApplication');
  if (quantity?.kind === 'quantity' && quantity.mode !== 'linear') {
    return (
      <Field
        group
        name={`${name}.bands`}
        label={t('field.bands', { unit: quantity.unit || t('piece') })}
      >
        <BandsEditor
          bands={sku.bands}
          min={quantity.min}
          max={quantity.max}
          onChange={(bands) => edit({ bands })}
        />
      </Field>
    );
  }
  const unit = quantity?.kind === 'quantity' ? quantity.unit || t('piece') : undefined;
  const label = unit ? t('perUnit', { unit }) : t('price');
  const per = t(`per.${sku.billing}`);
  return (
    <Field
      name={`${name}.price`}
      label={<span className="sr-only">{`${combination} · ${label} · ${per}`}</span>}
    >
      <PriceInput
        fen={sku.price}
        suffix={unit ? `/ ${unit} · ${per}` : per}
        onChange={(price) => edit({ price })}
      />
    </Field>
  );
}
