import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/ui/action-form-client';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';

export interface LimitRow {
  specId: string;
  specName: string;
  times: number | null;
  quantity: number | null;
  untilExpiry: boolean;
  isLimited: boolean;
}

/** Purchase limits of a product's specifications, each with its form in a dialog. */
export function LimitTable({
  rows,
  actions,
}: {
  rows: LimitRow[];
  /** Left out for who may only look. */
  actions?: { limit: FormAction; unlimit: FormAction };
}) {
  const t = useTranslations('saleRule');
  const said = (row: LimitRow) =>
    [
      row.times === null ? '' : t('limit.saysTimes', { count: row.times }),
      row.quantity === null ? '' : t('limit.saysQuantity', { count: row.quantity }),
      row.untilExpiry ? t('limit.saysUntilExpiry') : '',
    ].filter(Boolean);
  return (
    <DataTable
      caption={t('limit.title')}
      columns={[
        { key: 'spec', header: t('field.spec'), wrap: true },
        { key: 'limit', header: t('field.limit'), wrap: true },
        ...(actions
          ? [{ key: 'actions', header: t('field.actions'), kind: 'actions' as const }]
          : []),
      ]}
      rows={rows.map((row) => ({
        id: row.specId,
        cells: {
          spec: row.specName,
          limit: row.isLimited
            ? said(row).join(t('limit.and'))
            : { node: <span className="text-muted">{t('limit.none')}</span> },
          actions: actions && {
            node: (
              <span className="inline-flex flex-wrap justify-end gap-2">
                <LimitDialog row={row} action={actions.limit} />
                {row.isLimited && (
                  <ConfirmDialog
                    trigger={t('event.unlimit')}
                    size="sm"
                    danger
                    title={t('event.unlimit')}
                    consequences={[
                      { label: t('field.spec'), value: row.specName },
                      { label: t('confirm.now'), value: said(row).join(t('limit.and')) },
                      { label: t('confirm.after'), value: t('limit.lifted') },
                    ]}
                    confirm={t('event.unlimit')}
                    action={actions.unlimit}
                    hidden={{ specId: row.specId }}
                    success={t('limit.removed')}
                  />
                )}
              </span>
            ),
          },
        },
      }))}
      empty={<EmptyState title={t('limit.emptyTitle')}>{t('limit.emptyText')}</EmptyState>}
    />
  );
}

function LimitDialog({ row, action }: { row: LimitRow; action: FormAction }) {
  const t = useTranslations('saleRule');
  const verb = t(row.isLimited ? 'event.editLimit' : 'event.limit');
  return (
    <ConfirmDialog
      trigger={verb}
      size="sm"
      title={t('limit.dialog', { spec: row.specName })}
      intro={t('limit.intro')}
      confirm={t('limit.save')}
      action={action}
      hidden={{ specId: row.specId }}
      success={t('limit.saved')}
    >
      <Field name="times" label={t('field.times')} hint={t('hint.times')}>
        <NumberInput defaultValue={row.times ?? ''} suffix={t('unit.times')} />
      </Field>
      <Field name="quantity" label={t('field.quantity')} hint={t('hint.quantity')}>
        <NumberInput defaultValue={row.quantity ?? ''} suffix={t('unit.quantity')} />
      </Field>
      <Field name="untilExpiry" label={t('field.untilExpiry')} group>
        <Checkbox defaultChecked={row.untilExpiry} hint={t('hint.untilExpiry')}>
          {t('limit.saysUntilExpiry')}
        </Checkbox>
      </Field>
    </ConfirmDialog>
  );
}
