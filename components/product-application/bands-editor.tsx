'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { NumberInput } from '@/components/ui/number-input';
import type { SkuDraft } from '@/db/schema/product-application';
import { PriceInput } from './price-input';

/** Price bands of a quantity: each holds from its start to the next one. */
export function BandsEditor({
  bands,
  min,
  max,
  onChange,
}: {
  bands: SkuDraft['bands'];
  min: number;
  max: number;
  onChange: (bands: SkuDraft['bands']) => void;
}) {
  const t = useTranslations('productApplication');
  const list = bands.length > 0 ? bands : [{ from: min, price: '' }];
  const edit = (i: number, patch: Partial<SkuDraft['bands'][number]>) =>
    onChange(list.map((band, j) => (j === i ? { ...band, ...patch } : band)));
  return (
    <div className="grid gap-2">
      {list.map((band, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bands have no other name than their place
        <div key={i} className="flex flex-wrap items-center gap-2">
          <NumberInput
            aria-label={t('bandFrom')}
            className="w-28"
            value={String(band.from)}
            onChange={(event) =>
              edit(i, { from: Number(event.target.value.replace(/\D/g, '').slice(0, 7) || 0) })
            }
          />
          <span className="num w-24 text-[13px] text-muted">
            – {list[i + 1] ? (list[i + 1]?.from ?? 0) - 1 : max}
          </span>
          <PriceInput
            fen={band.price}
            label={t('price')}
            onChange={(price) => edit(i, { price })}
          />
          {i > 0 && (
            <Button size="sm" look="ghost" onClick={() => onChange(list.filter((_, j) => j !== i))}>
              {t('remove')}
            </Button>
          )}
        </div>
      ))}
      <span>
        <Button
          size="sm"
          disabled={list.length >= 20}
          onClick={() => onChange([...list, { from: (list.at(-1)?.from ?? min) + 1, price: '' }])}
        >
          {t('addBand')}
        </Button>
      </span>
    </div>
  );
}
