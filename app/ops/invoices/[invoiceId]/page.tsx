import { notFound } from 'next/navigation';
import { invoiceDetailView } from '@/app/invoice/views';
import { InvoiceView } from '@/components/invoice/invoice-view';
import { requireOperator } from '@/lib/auth/session';

/** One invoice, as operations see it. */
export default async function Page({ params }: { params: Promise<{ invoiceId: string }> }) {
  const actor = await requireOperator('invoice.read');
  const view = await invoiceDetailView(actor, 'ops', (await params).invoiceId);
  if (!view) notFound();
  return <InvoiceView {...view} />;
}
