import { notFound } from 'next/navigation';
import { pieceListView } from '@/app/voucher/views';
import { PieceList } from '@/components/voucher/piece-list';
import { requireOperator } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/search-params';

export default async function OpsVoucherPiecesPage({
  params,
  searchParams,
}: {
  params: Promise<{ voucherId: string }>;
  searchParams: SearchParams;
}) {
  const actor = await requireOperator('voucherPiece.read');
  const view = await pieceListView(actor, 'ops', (await params).voucherId, searchParams);
  if (!view) notFound();
  return <PieceList {...view} />;
}
