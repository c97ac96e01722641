import { orNotFound } from '@/app/found';
import { SignatureView } from '@/components/agreement/signature-view';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { getSignature } from '@/lib/records/agreement/queries';

export default async function MerchantSignaturePage({
  params,
}: {
  params: Promise<{ signatureId: string }>;
}) {
  const actor = await requireMerchant('agreement.read');
  const { signatureId } = await params;
  const [found, t] = await Promise.all([
    orNotFound(getSignature(actor, signatureId)),
    getT('agreement'),
  ]);
  return (
    <SignatureView
      {...found}
      breadcrumb={[{ label: t('list.title'), href: '/merchant/agreements' }]}
    />
  );
}
