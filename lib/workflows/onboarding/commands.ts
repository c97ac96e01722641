import { onboardings } from '@/db/schema';
import { accountOf } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { lockEntity } from '@/lib/records/merchant/create';
import * as effects from './effects';
import { readStanding } from './facts';
import { onboarding } from './machine';

export const onboardingWorkflow = bindWorkflow(onboarding, {
  table: onboardings,
  stream: (row) => `onboarding:${row.id}`,
  tenant: (row) => ({ accountId: row.accountId }),
  title: (row) => row.companyName,
  facts: async ({ tx, actor, row, event, setting }) => {
    const judged = ['open', 'submit', 'resubmit', 'approve'].includes(event);
    const accountId = row?.accountId ?? accountOf(actor);
    if (!judged || !accountId) return { gates: [], entityChanged: false };
    if (row && event === 'approve') await lockEntity(tx, row.creditCode);
    const standing = await readStanding(tx, setting, accountId);
    return {
      gates: standing?.gates ?? [],
      entityChanged: row !== undefined && standing?.creditCode !== row.creditCode,
    };
  },
  effects: {
    open: effects.open,
    save: effects.save,
    revise: effects.save,
    submit: effects.submit,
    resubmit: effects.submit,
    approve: effects.approve,
    reject: effects.reject,
  },
});

/**
 * Opens the form for the account; one application is open at a time.
 * @throws DomainError refused `gatesShut`
 */
export const openOnboarding = opening(onboardingWorkflow, 'open');
/** Keeps the unfinished form. */
export const saveOnboarding = command(onboardingWorkflow, 'save');
/** Keeps the form while it is changed after a rejection. */
export const reviseOnboarding = command(onboardingWorkflow, 'revise');
/** @throws DomainError invalid with a sentence per field of onboarding.md 3.1 */
export const submitOnboarding = command(onboardingWorkflow, 'submit');
export const resubmitOnboarding = command(onboardingWorkflow, 'resubmit');
export const withdrawOnboarding = command(onboardingWorkflow, 'withdraw');
/** Creates the merchant, its shop card, owner and access key, and records the signature. */
export const approveOnboarding = command(onboardingWorkflow, 'approve');
/** @throws DomainError invalid (`note`) without any reason */
export const rejectOnboarding = command(onboardingWorkflow, 'reject');
