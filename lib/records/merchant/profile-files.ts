import type { Tx } from '@/db/client';
import type { EvidenceFile } from '@/db/schema/evidence';
import type { MerchantProfile } from '@/db/schema/merchant';
import type { Actor } from '@/lib/auth/actor';

/** TEMPORARY until the files room lands. */
export async function attachProfileFiles(
  _context: { tx: Tx; actor: Actor },
  _profile: MerchantProfile,
  _owner: { accountId?: string; merchantId?: string },
): Promise<EvidenceFile[]> {
  return [];
}
export async function publishProfileFiles(
  _tx: Tx,
  _profile: MerchantProfile,
  _merchantId: string,
): Promise<void> {}
