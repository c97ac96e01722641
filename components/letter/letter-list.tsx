import { InvoiceTabs } from '@/components/invoice/invoice-tabs';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { stateCell } from '@/components/workflow/state-badge';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Letter } from '@/lib/records/letter/queries';
import { LETTER_STATES, letterState } from '@/lib/records/letter/state';

/** The customer's explanation letters. */
export function LetterList({
  t,
  invoiceWords,
  all,
  format,
  values,
  letters,
  total,
  links,
  exportHref,
}: {
  t: Translate;
  invoiceWords: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  letters: Letter[];
  total: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
}) {
  const path = '/buyer/invoices/letters';
  const filtered = Boolean(values.q || values.state);
  return (
    <ListPage
      title={t('title')}
      count={total}
      breadcrumb={[{ label: all('invoice.title'), href: '/buyer/invoices' }]}
      description={t('about')}
      actions={<ExportLinks href={exportHref} />}
      tabs={<InvoiceTabs t={invoiceWords} current="letters" />}
      filters={
        <FilterBar
          action={path}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('page.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: LETTER_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...links} total={total} />}
    >
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'number', header: t('field.number'), kind: 'link' },
          { key: 'order', header: t('field.order') },
          { key: 'product', header: t('field.product'), wrap: true },
          { key: 'merchant', header: t('field.merchant'), wrap: true },
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'keptUntil', header: t('field.keptUntil'), kind: 'date' },
        ]}
        rows={letters.map((letter) => ({
          id: letter.id,
          href: `${path}/${letter.id}`,
          cells: {
            number: letter.number,
            order: letter.orderNumber,
            product: letter.productName,
            merchant: letter.merchantName,
            amount: format.money(letter.amount),
            state: stateCell(all, 'letter', letterState(letter)),
            keptUntil: format.date(letter.keptUntil),
          },
        }))}
        empty={
          <EmptyState
            title={t(filtered ? 'page.noneFound' : 'page.none')}
            actions={
              filtered ? undefined : (
                <ButtonLink href="/buyer/orders">{all('order.list.buyerTitle')}</ButtonLink>
              )
            }
          >
            {filtered ? all('invoice.list.tryOther') : t('page.noneText')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
