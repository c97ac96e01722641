import { profileEdits } from '@/db/schema';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import * as effects from './effects';
import { readLive } from './facts';
import { profileEdit } from './machine';

export const profileEditWorkflow = bindWorkflow(profileEdit, {
  table: profileEdits,
  stream: (row) => `merchant:${row.merchantId}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.merchantName,
  facts: async ({ tx, actor, row, event }) => {
    const judged = ['open', 'submit', 'resubmit', 'approve'].includes(event);
    const merchantId = row?.merchantId ?? (actor.kind === 'member' ? actor.merchantId : undefined);
    const live = judged && merchantId ? await readLive(tx, merchantId) : undefined;
    return {
      entityChanged: live?.entityChanged ?? false,
      nameChanged: live !== undefined && row?.proposed != null && live.name !== row.proposed.name,
    };
  },
  effects: {
    open: effects.open,
    save: effects.save,
    revise: effects.save,
    submit: effects.submit,
    resubmit: effects.submit,
    discard: effects.discard,
    approve: effects.approve,
    reject: effects.reject,
  },
});

/**
 * Starts an edit from the live data; one at a time.
 * @throws DomainError refused `alreadyOpen`, `legalEntityChanged`
 */
export const openProfileEdit = opening(profileEditWorkflow, 'open');
export const saveProfileEdit = command(profileEditWorkflow, 'save');
export const reviseProfileEdit = command(profileEditWorkflow, 'revise');
/** @throws DomainError invalid per field; refused `nothingChanged`, `legalEntityChanged` */
export const submitProfileEdit = command(profileEditWorkflow, 'submit');
export const resubmitProfileEdit = command(profileEditWorkflow, 'resubmit');
export const withdrawProfileEdit = command(profileEditWorkflow, 'withdraw');
export const discardProfileEdit = command(profileEditWorkflow, 'discard');
/** Makes the proposal live, with the shop card. */
export const approveProfileEdit = command(profileEditWorkflow, 'approve');
export const rejectProfileEdit = command(profileEditWorkflow, 'reject');
