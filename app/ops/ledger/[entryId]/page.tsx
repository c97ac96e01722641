import { notFound } from 'next/navigation';
import { LedgerEntryView } from '@/components/ledger/ledger-entry-view';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getLedgerEntry } from '@/lib/money/queries';

export default async function LedgerEntryPage({
  params,
}: {
  params: Promise<{ entryId: string }>;
}) {
  const actor = await requireOperator('ledger.read');
  const { entryId } = await params;
  const entry = await getLedgerEntry(actor, entryId);
  if (!entry) notFound();
  const [t, format] = await Promise.all([getT('ledger'), getFormat()]);
  return <LedgerEntryView entry={entry} t={t} format={format} />;
}
