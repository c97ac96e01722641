'use client';

import { useState } from 'react';
import { MoneyInput } from '@/components/ui/money-input';
import { formatMoney } from '@/lib/i18n/format';
import { parseYuan } from '@/lib/money/parse-yuan';
import { type SoldLine, settleLine } from '@/lib/workflows/order/settle';

/**
 * The amount of a partial refund, and below it who gets what with the amount that stands there: by the function that
 * settles the line. A voucher's parts are shown where there is one.
 */
export function PartAmount({
  line,
  words,
}: {
  line: SoldLine;
  words: Record<'buyer' | 'merchant' | 'fee' | 'byMerchant' | 'byPlatform', string>;
}) {
  const [text, setText] = useState('');
  const amount = parseYuan(text) ?? 0n;
  const cash = line.amount - line.voucherAmount;
  const shares = amount > 0n && amount < cash ? settleLine(line, amount) : undefined;
  const rows: [string, bigint | undefined][] = [
    [words.buyer, shares?.refund],
    [words.merchant, shares?.payable],
    [words.fee, shares?.fee],
    ...(line.voucherAmount > 0n
      ? ([
          [words.byMerchant, shares?.voucherByMerchant],
          [words.byPlatform, shares?.voucherByPlatform],
        ] as [string, bigint | undefined][])
      : []),
  ];
  return (
    <>
      <MoneyInput onInput={(event) => setText(event.currentTarget.value)} />
      <dl className="consequences mt-2" aria-live="polite">
        {rows.map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{fen === undefined ? '–' : formatMoney(fen)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
