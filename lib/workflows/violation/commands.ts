import { violations } from '@/db/schema';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import * as effects from './effects';
import { violation } from './machine';

export const violationWorkflow = bindWorkflow(violation, {
  table: violations,
  stream: (row) => `merchant:${row.merchantId}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.merchantName,
  effects,
});

/**
 * Records a breach and does what it leads to.
 * @throws DomainError invalid per field: `violation.error.record.*`
 */
export const recordViolation = opening(violationWorkflow, 'record');
/** The merchant's one answer. `(actor, id, { answer, answerFileIds })` */
export const answerViolation = command(violationWorkflow, 'answer');
/** Operations stay with it after the answer. `(actor, id, { reply })` */
export const upholdViolation = command(violationWorkflow, 'uphold');
/** Takes it back, with the list and freeze it led to. `(actor, id, { reply })` */
export const revokeViolation = command(violationWorkflow, 'revoke');
