'use client';

import { useId, useMemo, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { formatMoney } from '@/lib/i18n/format';
import { maxPeriods, priceOf, purchaseComplaint } from '@/lib/workflows/product/pricing';
import type { SkuView, SpecView } from './product-view';

export interface PurchaseWords {
  spec: string;
  billing: string;
  billings: Record<SkuView['billing'], string>;
  quantity: string;
  /** Label of the number of periods per billing mode. */
  periods: Record<SkuView['billing'], string>;
  total: string;
  buy: string;
  unavailable: string;
  complaints: Record<string, string>;
}

/** Chooses specification, attributes, billing and quantity; shows the price at once and leads to checkout by a plain form. */
export function PurchaseBox({
  specs,
  initialSku,
  action,
  words,
  disabled,
}: {
  specs: SpecView[];
  initialSku?: string;
  action: string;
  words: PurchaseWords;
  disabled?: string;
}) {
  const all = specs.flatMap((spec) => spec.skus.map((sku) => ({ spec, sku })));
  const first = all.find(({ sku }) => sku.id === initialSku) ?? all[0];
  const [chosen, setChosen] = useState(first?.sku.id);
  const current = all.find(({ sku }) => sku.id === chosen) ?? first;
  const [quantity, setQuantity] = useState(String(first?.sku.quantity?.min ?? 1));
  const [periods, setPeriods] = useState('1');
  const id = useId();
  const purchase = useMemo(
    () =>
      current && {
        sku: current.sku,
        quantity: Number(quantity),
        periods: current.sku.billing === 'oneTime' ? 1 : Number(periods),
      },
    [current, quantity, periods],
  );
  if (!current || !purchase) return <p className="text-muted">{words.unavailable}</p>;
  const complaint = purchaseComplaint(purchase);
  const { spec, sku } = current;
  const choose = (next: SkuView | undefined) => {
    if (!next) return;
    setChosen(next.id);
    if (purchaseComplaint({ sku: next, quantity: Number(quantity), periods: 1 }))
      setQuantity(String(next.quantity?.min ?? 1));
    if (Number(periods) > maxPeriods(next.billing)) setPeriods('1');
  };
  return (
    <form action={action} method="get" className="purchase">
      <input type="hidden" name="sku" value={sku.id} />
      <Choices
        label={words.spec}
        options={specs.map((item) => ({
          key: item.id,
          text: item.name,
          on: item.id === spec.id,
          pick: () => choose(nearest(item.skus, sku)),
        }))}
      />
      {spec.description && <p className="text-[13px] text-muted">{spec.description}</p>}
      {attributesOf(spec.skus).map(({ code, name, values }) => (
        <Choices
          key={code}
          label={name}
          options={values.map((value) => ({
            key: value,
            text: value,
            on: sku.attributes.some(
              (attribute) => attribute.code === code && attribute.value === value,
            ),
            pick: () => choose(nearest(spec.skus, sku, { code, value })),
          }))}
        />
      ))}
      <Choices
        label={words.billing}
        options={[...new Set(spec.skus.map(({ billing }) => billing))].map((billing) => ({
          key: billing,
          text: words.billings[billing],
          on: billing === sku.billing,
          pick: () => choose(nearest(spec.skus, { ...sku, billing })),
        }))}
      />
      <div className="purchase__row">
        <label htmlFor={`${id}-quantity`}>
          {sku.quantity ? `${sku.quantity.name} (${sku.quantity.unit})` : words.quantity}
        </label>
        <input
          id={`${id}-quantity`}
          className="input num"
          name="quantity"
          type="number"
          inputMode="numeric"
          value={quantity}
          min={sku.quantity?.min ?? 1}
          max={sku.quantity?.max}
          step={sku.quantity?.step ?? 1}
          onChange={(event) => setQuantity(event.target.value)}
        />
      </div>
      {sku.billing === 'oneTime' ? (
        <input type="hidden" name="periods" value="1" />
      ) : (
        <div className="purchase__row">
          <label htmlFor={`${id}-periods`}>{words.periods[sku.billing]}</label>
          <input
            id={`${id}-periods`}
            className="input num"
            name="periods"
            type="number"
            inputMode="numeric"
            value={periods}
            min={1}
            max={maxPeriods(sku.billing)}
            onChange={(event) => setPeriods(event.target.value)}
          />
        </div>
      )}
      <p className="purchase__total" aria-live="polite">
        <span className="text-muted">{words.total}</span>
        {complaint ? (
          <span className="text-danger">{words.complaints[complaint] ?? complaint}</span>
        ) : (
          <strong className="num">{formatMoney(priceOf(purchase))}</strong>
        )}
      </p>
      {disabled ? (
        <p className="text-muted">{disabled}</p>
      ) : (
        <button
          type="submit"
          className={buttonClass({ look: 'primary', size: 'lg' })}
          disabled={Boolean(complaint)}
        >
          {words.buy}
        </button>
      )}
    </form>
  );
}

function Choices({
  label,
  options,
}: {
  label: string;
  options: { key: string; text: string; on: boolean; pick: () => void }[];
}) {
  const id = useId();
  return (
    <div className="purchase__row" role="radiogroup" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label key={option.key} className="option" data-on={option.on || undefined}>
            <input
              type="radio"
              className="sr-only"
              name={`choice-${id}`}
              form="none"
              checked={option.on}
              onChange={option.pick}
            />
            {option.text}
          </label>
        ))}
      </div>
    </div>
  );
}

/** Attributes of a specification with the values that are on sale. */
function attributesOf(skus: SkuView[]): { code: string; name: string; values: string[] }[] {
  const found = new Map<string, { code: string; name: string; values: string[] }>();
  for (const { code, name, value } of skus.flatMap((sku) => sku.attributes)) {
    const attribute = found.get(code) ?? { code, name, values: [] };
    if (!attribute.values.includes(value)) attribute.values.push(value);
    found.set(code, attribute);
  }
  return [...found.values()];
}

/** The SKU that keeps most of what was chosen, with one attribute changed where `want` names it. */
function nearest(
  skus: SkuView[],
  from: SkuView,
  want?: { code: string; value: string },
): SkuView | undefined {
  const wanted = want
    ? skus.filter((sku) =>
        sku.attributes.some(({ code, value }) => code === want.code && value === want.value),
      )
    : skus;
  const likeness = (sku: SkuView) =>
    (sku.billing === from.billing ? 100 : 0) +
    sku.attributes.filter(({ code, value }) =>
      from.attributes.some((other) => other.code === code && other.value === value),
    ).length;
  return [...wanted].sort((a, b) => likeness(b) - likeness(a))[0];
}
