import { desc, eq } from 'drizzle-orm';
import { agreements } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { forbidden, invalid, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { momentOf } from '@/lib/time/zoned';
import { agreementHash } from './hash';
import { type Agreement, currentAgreement } from './queries';
import { agreementInputs } from './schema';
import { documentOf, sign } from './sign';

/**
 * Adds a version of an agreement that holds from `effectiveFrom` on (empty: at once). Texts are never changed; a version
 * announced by mistake is overtaken by adding a newer one.
 * @throws DomainError forbidden, invalid (`effectiveFrom`)
 */
export function addAgreementVersion(actor: Actor, input: unknown): Promise<Agreement> {
  const spec = { noun: 'agreement', action: 'add', permission: 'agreement.manage' } as const;
  return change(actor, spec, async ({ tx, now, setting }) => {
    const { effectiveFrom: typed, ...text } = parseInput(agreementInputs.add, input);
    const zone = await setting('site.timeZone');
    const effectiveFrom = typed ? momentOf(typed, zone) : now;
    const bad = (key: string) => invalid({ effectiveFrom: `agreement.error.add.${key}` });
    if (!effectiveFrom) throw bad('notAMoment');
    if (effectiveFrom < now) throw bad('inThePast');
    const [last] = await tx
      .select({ version: agreements.version })
      .from(agreements)
      .where(eq(agreements.kind, text.kind))
      .orderBy(desc(agreements.version))
      .limit(1);
    const version = (last?.version ?? 0) + 1;
    const sha256 = agreementHash({ ...text, version });
    const [row] = await tx
      .insert(agreements)
      .values({
        ...text,
        id: newId('agreement', now),
        version,
        sha256,
        effectiveFrom,
        createdBy: accountOf(actor) ?? 'system',
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    // Two at once: the second finds the version taken.
    if (!row) throw refused('agreement.error.add.versionTaken');
    const { body: _body, ...shown } = row;
    return {
      subjectId: row.id,
      stream: `agreement:${row.kind}`,
      tenant: {},
      after: shown,
      value: row,
    };
  });
}

/**
 * The merchant's owner signs the cooperation agreement in force, after a new version of it took effect.
 * @throws DomainError forbidden, invalid (`agreed`), refused (`notCurrent`)
 */
export function signCooperation(actor: Actor, input: unknown): Promise<void> {
  const spec = { noun: 'agreement', action: 'sign', permission: 'agreement.sign' } as const;
  return change(actor, spec, async ({ tx, now }) => {
    if (actor.kind !== 'member') throw forbidden();
    const { agreementId } = parseInput(agreementInputs.sign, input);
    const current = await currentAgreement(tx, 'cooperation', now);
    if (!current || current.id !== agreementId) throw refused('agreement.error.sign.notCurrent');
    await sign(tx, {
      document: documentOf(current),
      party: 'merchant',
      accountId: actor.accountId,
      merchantId: actor.merchantId,
      subject: { noun: 'merchant', id: actor.merchantId },
      at: now,
      origin: actor.origin,
    });
    return {
      subjectId: current.id,
      stream: `merchant:${actor.merchantId}`,
      tenant: { merchantId: actor.merchantId },
      after: { version: current.version, sha256: current.sha256 },
      value: undefined,
    };
  });
}
