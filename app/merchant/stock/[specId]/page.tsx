import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { StatCard } from '@/components/ui/stat-card';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getStock, listStockChanges } from '@/lib/records/stock/queries';
import { change, keep, stop } from '../actions';

export default async function SpecStockPage({ params }: { params: Promise<{ specId: string }> }) {
  const actor = await requireMerchant('saleRule.read');
  const { specId } = await params;
  const line = await getStock(actor, specId);
  if (!line) notFound();
  const { stock } = line;
  const [t, format, changes] = await Promise.all([
    getT('stock'),
    getFormat(),
    listStockChanges(actor, specId),
  ]);
  const mayChange = can(actor, 'stock.change', { productId: line.productId });
  const empty = stock?.available === 0;
  return (
    <DetailPage
      title={line.specName}
      breadcrumb={[{ label: t('list.title'), href: '/merchant/stock' }]}
      badge={
        <Badge tone={stock ? (empty ? 'danger' : 'success') : 'neutral'}>
          {stock ? t(empty ? 'show.empty' : 'inStock') : t('show.free')}
        </Badge>
      }
      description={line.productName}
      actions={
        mayChange &&
        (stock ? (
          <ConfirmDialog
            trigger={t('event.stop')}
            danger
            title={t('event.stop')}
            intro={t('stop.intro')}
            consequences={[
              { label: t('confirm.what'), value: `${line.productName} · ${line.specName}` },
              { label: t('confirm.after'), value: t('stop.after') },
              { label: t('confirm.kept'), value: t('stop.kept') },
            ]}
            confirm={t('event.stop')}
            action={stop}
            hidden={{ specId }}
            success={t('stop.done')}
          />
        ) : (
          <ConfirmDialog
            trigger={t('event.keep')}
            look="primary"
            title={t('event.keep')}
            intro={t('keep.intro')}
            consequences={[
              { label: t('confirm.what'), value: `${line.productName} · ${line.specName}` },
              { label: t('confirm.after'), value: t('keep.after') },
            ]}
            confirm={t('event.keep')}
            action={keep}
            hidden={{ specId }}
            success={t('keep.done')}
          />
        ))
      }
    >
      {stock && (
        <div className="grid gap-3 sm:grid-cols-3">
          <StatCard
            label={t('field.available')}
            value={format.count(stock.available)}
            hint={empty ? t('hint.empty') : t('hint.available')}
            {...(empty ? { tone: 'danger' as const } : {})}
          />
          <StatCard label={t('field.consumed')} value={format.count(stock.consumed)} />
          <StatCard label={t('field.total')} value={format.count(stock.total)} />
        </div>
      )}
      {stock && mayChange && (
        <Section title={t('restock.title')} description={t('restock.description')}>
          <ActionForm
            action={change}
            hidden={{ specId }}
            success={t('restock.done')}
            resetOnSuccess
          >
            <Field name="change" label={t('field.change')} hint={t('hint.change')} required>
              <NumberInput inputMode="text" placeholder="100" />
            </Field>
            <Field name="note" label={t('field.note')} hint={t('hint.note')} required>
              <TextInput max={200} />
            </Field>
            <div>
              <SubmitButton>{t('event.restock')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
      <Section title={t('history.title')} flush>
        <DataTable
          caption={t('history.title')}
          columns={[
            { key: 'at', header: t('field.at'), kind: 'date' },
            { key: 'change', header: t('field.changed'), kind: 'number' },
            { key: 'after', header: t('field.totalAfter'), kind: 'number' },
            { key: 'note', header: t('field.note'), wrap: true },
            { key: 'who', header: t('field.who') },
          ]}
          rows={changes.map((row) => ({
            id: row.id,
            cells: {
              at: format.dateTime(row.createdAt),
              change: {
                text: `${row.change > 0 ? '+' : ''}${format.count(row.change)}`,
                tone: row.change > 0 ? ('success' as const) : ('warning' as const),
              },
              after: format.count(row.totalAfter),
              note: row.note,
              who: row.accountName,
            },
          }))}
          empty={
            <EmptyState title={t('history.emptyTitle')}>
              {t(stock ? 'history.emptyText' : 'history.freeText')}
            </EmptyState>
          }
        />
      </Section>
    </DetailPage>
  );
}
