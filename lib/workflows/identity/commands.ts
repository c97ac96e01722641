import { identities } from '@/db/schema';
import { bindWorkflow, type Workflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { confirm, reject, resubmit, submit } from './effects';
import { readFacts } from './facts';
import { identity } from './machine';

export const identityWorkflow = bindWorkflow(identity, {
  table: identities,
  stream: (row) => `account:${row.accountId}`,
  tenant: ({ accountId }) => ({ accountId }),
  title: ({ name }) => name,
  facts: ({ tx, actor, row, input }) => readFacts(tx, actor, row, input),
  effects: {
    submit,
    resubmit,
    confirm: confirm(self),
    reject,
  },
});

export const submitIdentity = opening(identityWorkflow, 'submit');
export const resubmitIdentity = command(identityWorkflow, 'resubmit');
export const withdrawIdentity = command(identityWorkflow, 'withdraw');
export const confirmIdentity = command(identityWorkflow, 'confirm');
export const rejectIdentity = command(identityWorkflow, 'reject');

function self(): Workflow {
  return identityWorkflow;
}
