import type { Tx } from '@/db/client';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { attachFiles } from '@/lib/files/attach';
import { getFiles } from '@/lib/files/queries';
import { sign } from '@/lib/records/agreement/sign';

/** The service agreement of a product: the merchant's file, named by its hash. */
export interface ServiceAgreement {
  fileId: string;
  name: string;
  sha256: string;
}

/** The product's agreement as it is now; nothing when the file is gone. */
export async function agreementOf(tx: Tx, fileId: string): Promise<ServiceAgreement | undefined> {
  const file = (await getFiles(tx, [fileId])).get(fileId);
  return file && { fileId, name: file.name, sha256: file.sha256 };
}

export interface AgreementSigning {
  agreement: ServiceAgreement;
  orderId: string;
  productId: string;
  /** Version of the product that the agreement belongs to. */
  productVersion: number;
  buyerId: string;
  merchantId: string;
  actor: Actor;
  at: Date;
}

/**
 * The buyer's tick: a signature with the file's hash, and the file kept readable for the buyer whatever happens to
 * the product later (buyer-centre.md 10).
 */
export async function signAgreement(tx: Tx, signing: AgreementSigning): Promise<void> {
  const { agreement, actor, at, buyerId, merchantId } = signing;
  await attachFiles(tx, {
    ids: [agreement.fileId],
    purpose: 'serviceAgreement',
    actor: system(`order ${signing.orderId}`),
    grants: [{ buyerId }],
    user: 'signature',
    now: at,
  });
  await sign(tx, {
    document: {
      agreementId: null,
      kind: 'productService',
      version: signing.productVersion,
      title: { 'zh-CN': agreement.name, en: agreement.name },
      sha256: agreement.sha256,
      fileId: agreement.fileId,
    },
    party: 'buyer',
    accountId: accountOf(actor) ?? buyerId,
    merchantId,
    subject: { noun: 'product', id: signing.productId },
    at,
    ...(actor.origin ? { origin: actor.origin } : {}),
  });
}
