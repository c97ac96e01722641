import { notFound } from 'next/navigation';
import { SandboxBank } from '@/components/top-up/sandbox-bank';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getSandboxPayment } from '@/lib/payments/sandbox-decide';
import { decide } from './actions';

/** The pretend bank's own page, outside the marketplace's frame, as a provider's would be. */
export default async function SandboxBankPage({
  params,
}: {
  params: Promise<{ topUpId: string }>;
}) {
  const actor = await requireBuyer();
  const { topUpId } = await params;
  const payment = await getSandboxPayment(actor, topUpId);
  if (!payment) notFound();
  const [t, format] = await Promise.all([getT('sandboxPayment'), getFormat()]);
  return <SandboxBank payment={payment} action={decide} t={t} format={format} />;
}
