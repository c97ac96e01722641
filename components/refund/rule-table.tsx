import { DataTable } from '@/components/ui/data-table';
import { getT } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { RefundRuleRow } from '@/lib/settings/registry/refund';

/** Delivery types, charging and supervision that a row holds for; types of a later day keep their code. */
function holdsFor(row: RefundRuleRow, t: Translate): string {
  const typeName = (type: string) =>
    t.has(`deliveryType.${type}`) ? t(`deliveryType.${type}`) : type;
  return [
    row.deliveryTypes ? row.deliveryTypes.map(typeName).join(' / ') : t('rules.anyType'),
    ...(row.chargings ? [row.chargings.map((name) => t(`charging.${name}`)).join(' / ')] : []),
    ...(row.supervised === undefined
      ? []
      : [t(row.supervised ? 'rules.supervised' : 'rules.unsupervised')]),
  ].join(' · ');
}

/** The refund table in words, the first row that fits on top (orders-and-refunds.md 7.2). */
export async function RefundRuleTable({ rows }: { rows: readonly RefundRuleRow[] }) {
  const t = await getT('refund');
  return (
    <>
      <p className="mb-3 text-[13px] text-muted">{t('rules.help')}</p>
      <DataTable
        caption={t('rules.title')}
        columns={[
          { key: 'for', header: t('rules.for'), wrap: true },
          { key: 'route', header: t('rules.route') },
          { key: 'conditions', header: t('rules.conditions'), wrap: true },
          { key: 'comesBack', header: t('rules.comesBack'), wrap: true },
          { key: 'row', header: t('rules.row'), kind: 'mono' },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          cells: {
            for: { text: holdsFor(row, t), sub: t(`occasion.${row.occasion}`) },
            route: t(`route.${row.route}`),
            conditions:
              row.conditions.map((name) => t(`condition.${name}`)).join('; ') ||
              t('rules.noCondition'),
            comesBack: row.comesBack ? t(`case.${row.comesBack}`) : t('rules.nothing'),
            row: row.id,
          },
        }))}
      />
    </>
  );
}
