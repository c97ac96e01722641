import type { Tx } from '@/db/client';
import type { EvidenceFile } from '@/db/schema/evidence';
import type { MerchantProfile } from '@/db/schema/merchant';
import { type Actor, system } from '@/lib/auth/actor';
import { attachFiles } from '@/lib/files/attach';
import type { Purpose } from '@/lib/files/purposes';

type Files = Pick<MerchantProfile, 'logoFileId' | 'licenceFileId'>;

const FIELDS = [
  ['logoFileId', 'companyLogo'],
  ['licenceFileId', 'businessLicence'],
] as const satisfies readonly (readonly [keyof Files, Purpose])[];

/**
 * Makes logo and licence part of an application, in the caller's transaction: each must be the applicant's own upload
 * for that field, or what is live already. Answers what the evidence records.
 * @param user what uses the files, e.g. `onboarding:ob_…`
 * @throws DomainError invalid on the field
 */
export async function attachProfileFiles(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  profile: Files,
  user: string,
  live?: Files,
): Promise<EvidenceFile[]> {
  const attached: EvidenceFile[] = [];
  for (const [field, purpose] of FIELDS) {
    const id = profile[field];
    if (!id || id === live?.[field]) continue;
    const found = await attachFiles(tx, { ids: [id], purpose, actor, user, field, now });
    attached.push(...found.map(({ id: fileId, name, sha256 }) => ({ id: fileId, name, sha256 })));
  }
  return attached;
}

/** Lets everybody see the logo and the merchant's members the licence, once a profile is live. */
export async function publishProfileFiles(
  tx: Tx,
  profile: Files,
  merchantId: string,
  now: Date,
  live?: Files,
): Promise<void> {
  const actor = system('live profile');
  const user = `merchant:${merchantId}`;
  for (const [field, purpose] of FIELDS) {
    if (profile[field] === live?.[field]) continue;
    const ids = [profile[field] ?? ''];
    const grants = field === 'logoFileId' ? (['public'] as const) : [{ merchantId }];
    await attachFiles(tx, { ids, purpose, actor, user, grants, now });
  }
}
