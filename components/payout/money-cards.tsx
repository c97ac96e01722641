import { useTranslations } from 'next-intl';
import { StatCard } from '@/components/ui/stat-card';
import type { Format } from '@/lib/i18n/server';

/** What a merchant is owed, what is on its way, and the platform's fee. */
export function MoneyCards({
  money,
  format,
}: {
  money: { payable: bigint; guarantee: bigint; feeEarned: bigint; feeInvoiced: bigint };
  format: Format;
}) {
  const t = useTranslations('payout.page');
  const cards = [
    ['payable', money.payable],
    ['guarantee', money.guarantee],
    ['feeEarned', money.feeEarned],
    ['feeToInvoice', money.feeEarned - money.feeInvoiced],
  ] as const;
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(190px,1fr))] gap-3">
      {cards.map(([name, amount]) => (
        <StatCard key={name} label={t(name)} value={format.money(amount)} hint={t(`${name}Hint`)} />
      ))}
    </div>
  );
}
