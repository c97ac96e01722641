import { countVouchers } from '@/lib/workflows/voucher/queries';
import { countPieces } from '@/lib/workflows/voucher-piece/queries';
import type { Counter } from './define';

export const voucherCounters: Counter[] = [
  {
    name: 'vouchersDraft',
    portal: 'merchant',
    href: '/merchant/vouchers?state=draft',
    permission: 'voucher.manage',
    count: (actor) => countVouchers(actor, { state: 'draft' }),
  },
  {
    name: 'vouchersUsable',
    portal: 'buyer',
    href: '/buyer/vouchers?show=usable',
    permission: 'voucherPiece.read',
    count: (actor) => countPieces(actor, { show: 'usable' }),
  },
];
