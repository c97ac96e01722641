import { DataTable } from '@/components/ui/data-table';
import { getT } from '@/lib/i18n/server';
import type { ComesBack } from '@/lib/settings/registry/refund';

/** What each kind of refund gives back, in words (orders-and-refunds.md 7.3). */
export async function RefundReturnsTable({ rows }: { rows: readonly ComesBack[] }) {
  const t = await getT('refund');
  const back = (yes: boolean) => t(yes ? 'rules.returned' : 'rules.notReturned');
  return (
    <>
      <p className="mb-3 text-[13px] text-muted">{t('rules.returnsHelp')}</p>
      <DataTable
        caption={t('rules.returnsTitle')}
        columns={['case', 'used', 'fee', 'voucher', 'cashCoupon', 'discountCoupon'].map((key) => ({
          key,
          header: t(`rules.${key}`),
          wrap: true,
        }))}
        rows={rows.map((row) => ({
          id: row.case,
          cells: {
            case: t(`case.${row.case}`),
            used: t(row.usedDeducted ? 'rules.deducted' : 'rules.notDeducted'),
            fee: t(row.handlingFee ? 'rules.charged' : 'rules.notCharged'),
            voucher: back(row.voucher),
            cashCoupon: t(row.cashCoupon === 'returned' ? 'rules.returned' : 'rules.partly'),
            discountCoupon: back(row.discountCoupon),
          },
        }))}
      />
    </>
  );
}
