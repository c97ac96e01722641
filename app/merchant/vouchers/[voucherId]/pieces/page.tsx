import { notFound } from 'next/navigation';
import { pieceListView } from '@/app/voucher/views';
import { PieceList } from '@/components/voucher/piece-list';
import { requireMerchant } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function MerchantVoucherPiecesPage({
  params,
  searchParams,
}: {
  params: Promise<{ voucherId: string }>;
  searchParams: SearchParams;
}) {
  const actor = await requireMerchant('voucherPiece.read');
  const view = await pieceListView(actor, 'merchant', (await params).voucherId, searchParams);
  if (!view) notFound();
  return <PieceList {...view} />;
}
