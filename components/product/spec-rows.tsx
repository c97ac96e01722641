import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { QuantityPricing } from '@/db/schema/product';
import { priceText } from './price-text';

export interface SpecRowView {
  id: string;
  name: string;
  description: string;
  state: 'onSale' | 'delisted';
  hidden: boolean;
  /** Address that sells a hidden specification. */
  link?: string;
  /** Stock and limits in words. */
  notes: string[];
  /** What may be done with it. */
  actions?: ReactNode;
  skus: {
    id: string;
    state: 'onSale' | 'delisted';
    label: string;
    price: bigint;
    quantity: QuantityPricing | null;
    taxType: string;
    actions?: ReactNode;
  }[];
}

/** Specifications of a listed product with the price of every SKU. */
export function SpecRows({ specs }: { specs: SpecRowView[] }) {
  const t = useTranslations('product');
  return (
    <div className="grid gap-4">
      {specs.map((spec) => (
        <section key={spec.id} className="rounded-md border border-border p-4">
          <header className="flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0">
              <h3 className="flex flex-wrap items-center gap-2 font-medium">
                {spec.name}
                {spec.state === 'delisted' && <Badge>{t('specDelisted')}</Badge>}
                {spec.hidden && <Badge plain>{t('specHidden')}</Badge>}
              </h3>
              {spec.description && <p className="text-[13px] text-muted">{spec.description}</p>}
              {spec.notes.map((note) => (
                <p key={note} className="num text-[13px] text-muted">
                  {note}
                </p>
              ))}
              {spec.link && (
                <p className="text-[13px]">
                  {t('specLink')}{' '}
                  <a className="link break-all" href={spec.link}>
                    {spec.link}
                  </a>
                </p>
              )}
            </div>
            {spec.actions}
          </header>
          <table className="sku-prices mt-3">
            <thead className="sr-only">
              <tr>
                <th>{t('sku')}</th>
                <th>{t('price')}</th>
                <th className="max-sm:hidden">{t('taxType')}</th>
                <th>{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {spec.skus.map((sku) => (
                <tr key={sku.id} data-off={sku.state === 'delisted' || undefined}>
                  <td>
                    {sku.label}
                    {sku.quantity && (
                      <span className="block text-[12px] text-muted">
                        {t('quantityRange', {
                          name: sku.quantity.name,
                          min: sku.quantity.min,
                          max: sku.quantity.max,
                          unit: sku.quantity.unit,
                          step: sku.quantity.step,
                        })}
                      </span>
                    )}
                  </td>
                  <td className="num text-end">{priceText(sku)}</td>
                  <td className="text-[13px] text-muted max-sm:hidden">
                    {t(`tax.${sku.taxType}`)}
                  </td>
                  <td className="text-end">
                    {sku.state === 'delisted' ? (
                      <span className="text-[13px] text-muted">{t('state.delisted')}</span>
                    ) : (
                      sku.actions
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
