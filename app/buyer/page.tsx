import type { Metadata } from 'next';
import Link from 'next/link';
import { ListPage } from '@/components/shell/list-page';
import { supervisionColumns, supervisionRow } from '@/components/supervision/supervision-row';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatCard } from '@/components/ui/stat-card';
import { stateCell } from '@/components/workflow/state-badge';
import { requireBuyer } from '@/lib/auth/session';
import { countersFor } from '@/lib/counters/all';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { listOrders } from '@/lib/workflows/order/queries';
import { listSupervisions } from '@/lib/workflows/supervision/queries';

/** Rows that each part of the overview shows. */
const FEW = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('buyerOverview'))('title') };
}

/** Buyer centre > Overview: what waits for the buyer, and its latest orders (buyer-centre.md 1). */
export default async function Page() {
  const actor = await requireBuyer();
  const [t, all, format, counters, waiting, orders] = await Promise.all([
    getT('buyerOverview'),
    getT(),
    getFormat(),
    countersFor(actor, 'buyer'),
    listSupervisions(actor, { turn: 'buyer' }, FEW),
    listOrders(actor, {}, undefined, FEW),
  ]);
  const [words, orderWords, counterWords] = await Promise.all([
    getT('supervision'),
    getT('order.state'),
    getT('counter'),
  ]);
  const context = {
    t: words,
    orderWords,
    format,
    party: 'buyer' as const,
    path: '/buyer/supervision',
    now: waiting.now,
  };
  return (
    <ListPage title={t('title')}>
      <section aria-label={t('todo')} className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {counters.map(({ name, href, count }) => (
          <StatCard
            key={name}
            label={counterWords(name)}
            value={format.count(count, count >= COUNT_CAP)}
            href={href}
            {...(count > 0 ? { tone: 'warning' as const } : {})}
          />
        ))}
      </section>
      <div className="grid gap-4">
        <Section
          title={t('supervision.title')}
          actions={<More href="/buyer/supervision">{t('supervision.more')}</More>}
          flush
        >
          <DataTable
            caption={t('supervision.title')}
            columns={supervisionColumns(words, 'buyer').filter(
              ({ key }) => key !== 'orderState' && key !== 'orderedAt',
            )}
            rows={waiting.rows.map((item) => supervisionRow(item, context))}
            empty={<EmptyState title={t('supervision.none')} />}
          />
        </Section>
        <Section
          title={t('orders.title')}
          actions={<More href="/buyer/orders">{t('orders.more')}</More>}
          flush
        >
          <DataTable
            caption={t('orders.title')}
            columns={[
              { key: 'order', header: words('field.order'), kind: 'link' },
              { key: 'product', header: words('field.product'), wrap: true },
              { key: 'merchant', header: words('field.merchant') },
              { key: 'amount', header: words('field.amount'), kind: 'money' },
              { key: 'state', header: words('field.orderState'), kind: 'badge' },
              { key: 'orderedAt', header: words('field.orderedAt'), kind: 'date' },
            ]}
            rows={orders.rows.map((order) => ({
              id: order.id,
              href: `/buyer/orders/${order.id}`,
              cells: {
                order: order.number,
                product: { text: order.productName, sub: order.line.specName },
                merchant: order.merchantName,
                amount: format.money(order.amount),
                state: stateCell(all, 'order', order.state),
                orderedAt: format.dateTime(order.createdAt),
              },
            }))}
            empty={
              <EmptyState
                title={t('orders.none')}
                actions={<ButtonLink href="/">{t('store')}</ButtonLink>}
              >
                {t('orders.teach')}
              </EmptyState>
            }
          />
        </Section>
      </div>
    </ListPage>
  );
}

function More({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="link text-[13px]">
      {children}
    </Link>
  );
}
