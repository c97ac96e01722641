import { eq } from 'drizzle-orm';
import { businessCertifications } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { getDraft } from '@/lib/records/draft/store';
import { settingReader } from '@/lib/settings/read';
import type { CertificationPolicy } from './form';
import type { CertificationRow } from './machine';
import { startOf } from './start';

export interface CertificationView {
  certification: CertificationRow | undefined;
  /** The unfinished form on top of what it starts from. */
  form: Record<string, unknown>;
  policy: CertificationPolicy;
  failuresBeforeLock: number;
  now: Date;
}

/** The merchant's own certification with its unfinished form; numbers are masked. */
export function getOwnCertification(actor: Actor): Promise<CertificationView> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'member' || !can(actor, 'businessCertification.read')) throw notFound();
    const [certification] = await tx
      .select()
      .from(businessCertifications)
      .where(eq(businessCertifications.merchantId, actor.merchantId));
    const key = { noun: 'businessCertification', subjectId: certification?.id ?? '' };
    const mayEdit = can(actor, 'businessCertification.submit');
    const setting = settingReader(tx, now);
    return {
      certification,
      form: {
        ...(certification ? startOf(certification) : {}),
        ...(mayEdit ? await getDraft(tx, key) : {}),
      },
      policy: {
        taxRates: await setting('businessCertification.taxRates'),
        numberOnFile: Boolean(certification?.submission ?? certification?.current),
      },
      failuresBeforeLock: await setting('businessCertification.failuresBeforeLock'),
      now,
    };
  });
}

/** One certification for operations. @throws DomainError notFound */
export function getCertification(
  actor: Actor,
  id: string,
): Promise<{ certification: CertificationRow; failuresBeforeLock: number; now: Date }> {
  return withActor(actor, async ({ tx, now }) => {
    if (!can(actor, 'businessCertification.read')) throw notFound();
    const [certification] = await tx
      .select()
      .from(businessCertifications)
      .where(eq(businessCertifications.id, id));
    const own = actor.kind !== 'member' || certification?.merchantId === actor.merchantId;
    if (!certification || !own) throw notFound();
    const setting = settingReader(tx, now);
    const failuresBeforeLock = await setting('businessCertification.failuresBeforeLock');
    return { certification, failuresBeforeLock, now };
  });
}

/** A merchant's certification for operations; undefined before it was begun. */
export function getMerchantCertification(
  actor: Actor,
  merchantId: string,
): Promise<CertificationRow | undefined> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'businessCertification.read')) return undefined;
    const [row] = await tx
      .select()
      .from(businessCertifications)
      .where(eq(businessCertifications.merchantId, merchantId));
    return row;
  });
}

/** The state of the merchant's own certification; undefined before it was begun. */
export function getCertificationState(
  actor: Actor,
): Promise<CertificationRow['state'] | undefined> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'member') return undefined;
    const [row] = await tx
      .select({ state: businessCertifications.state })
      .from(businessCertifications)
      .where(eq(businessCertifications.merchantId, actor.merchantId));
    return row?.state;
  });
}
