import { and, eq } from 'drizzle-orm';
import { agreementSignatures, businessCertifications } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { parseInput } from '@/lib/engine/parse';
import { DomainError } from '@/lib/errors';
import * as effects from './effects';
import { companyPage } from './form';
import { businessCertification } from './machine';
import { getOwnCertification } from './queries';

export const businessCertificationWorkflow = bindWorkflow(businessCertification, {
  table: businessCertifications,
  stream: (row) => `merchant:${row.merchantId}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.merchantName,
  facts: async ({ tx, actor, row, setting }) => {
    const merchantId = row?.merchantId ?? (actor.kind === 'member' ? actor.merchantId : '');
    const [signature] = await tx
      .select({ id: agreementSignatures.id })
      .from(agreementSignatures)
      .where(
        and(
          eq(agreementSignatures.merchantId, merchantId),
          eq(agreementSignatures.kind, 'cooperation'),
          eq(agreementSignatures.party, 'merchant'),
        ),
      )
      .limit(1);
    return {
      agreementSigned: signature !== undefined,
      byMachine: actor.kind === 'system',
      failuresBeforeLock: await setting('businessCertification.failuresBeforeLock'),
    };
  },
  effects: {
    open: effects.open,
    save: effects.save,
    revise: effects.save,
    prepare: effects.save,
    submit: effects.submit,
    resubmit: effects.submit,
    update: effects.submit,
    pass: effects.pass,
    reject: effects.reject,
    unlock: effects.unlock,
  },
});

/** @throws DomainError refused `agreementUnsigned`, `alreadyOpen` */
export const openCertification = opening(businessCertificationWorkflow, 'open');
export const saveCertification = command(businessCertificationWorkflow, 'save');
export const reviseCertification = command(businessCertificationWorkflow, 'revise');
export const prepareCertification = command(businessCertificationWorkflow, 'prepare');
/** @throws DomainError invalid per field, refused `agreementUnsigned` */
export const submitCertification = command(businessCertificationWorkflow, 'submit');
export const resubmitCertification = command(businessCertificationWorkflow, 'resubmit');
/** Certifies anew while the earlier record stays in force. */
export const updateCertification = command(businessCertificationWorkflow, 'update');
/** Makes the submission the record that counts; the merchant may publish from now on. */
export const passCertification = command(businessCertificationWorkflow, 'pass');
/** The third refusal locks the certification. */
export const rejectCertification = command(businessCertificationWorkflow, 'reject');
export const unlockCertification = command(businessCertificationWorkflow, 'unlock');

/**
 * Leaves the first page: judges it, then keeps it. What is refused is not kept by this, else the page would be refused
 * as stale when it is sent again; the form saves it as a draft by itself.
 * @throws DomainError invalid per field of the first page
 */
export async function leaveCompanyPage(
  actor: Actor,
  id: string,
  input: unknown,
  options?: { version?: number },
): Promise<{ id: string }> {
  const { certification, policy } = await getOwnCertification(actor);
  const event = { editing: 'save', rejected: 'revise', certified: 'prepare' } as const;
  const state = certification?.state;
  if (state !== 'editing' && state !== 'rejected' && state !== 'certified') {
    throw new DomainError('wrongState', {
      params: { noun: 'businessCertification', state: state ?? '' },
    });
  }
  parseInput(companyPage(policy), input);
  await command(businessCertificationWorkflow, event[state])(actor, id, input, options);
  return { id };
}
