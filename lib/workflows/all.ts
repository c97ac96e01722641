import type { Workflow } from '@/lib/engine/bind';
import { announcementWorkflow } from './announcement/commands';
import { appealWorkflow } from './appeal/commands';
import { businessCertificationWorkflow } from './business-certification/commands';
import { identityWorkflow } from './identity/commands';
import { instanceWorkflow } from './instance/commands';
import { invoiceWorkflow } from './invoice/commands';
import { merchantExitWorkflow } from './merchant-exit/commands';
import { onboardingWorkflow } from './onboarding/commands';
import { orderWorkflow } from './order/commands';
import { productWorkflow } from './product/commands';
import { productApplicationWorkflow } from './product-application/commands';
import { productReviewWorkflow } from './product-review/commands';
import { profileEditWorkflow } from './profile-edit/commands';
import { questionWorkflow } from './question/commands';
import { refundWorkflow } from './refund/commands';
import { standingWorkflow } from './standing/commands';
import { supervisionWorkflow } from './supervision/commands';
import { topUpWorkflow } from './top-up/commands';
import { violationWorkflow } from './violation/commands';
import { voucherWorkflow } from './voucher/commands';
import { voucherPieceWorkflow } from './voucher-piece/commands';

/**
 * Every workflow, in the order of design 4: one calls those above it directly, in the same transaction, and those
 * below it by a job. So imports have no cycles and row locks are taken in one direction.
 */
export const WORKFLOWS: readonly Workflow[] = [
  // onboarding.md
  identityWorkflow,
  onboardingWorkflow,
  businessCertificationWorkflow,
  profileEditWorkflow,
  // products.md
  productWorkflow,
  productApplicationWorkflow,
  // sales.md 1
  voucherWorkflow,
  voucherPieceWorkflow,
  // design.md 3.6
  topUpWorkflow,
  // orders-and-refunds.md
  orderWorkflow,
  instanceWorkflow,
  // service-supervision.md
  supervisionWorkflow,
  appealWorkflow,
  // orders-and-refunds.md 7
  refundWorkflow,
  // money.md
  invoiceWorkflow,
  // buyer-centre.md
  productReviewWorkflow,
  questionWorkflow,
  // onboarding.md 9, 6.1: these delist and freeze products, and nobody above calls them
  standingWorkflow,
  violationWorkflow,
  announcementWorkflow,
  merchantExitWorkflow,
];

/** The workflow of a noun. */
export function workflowOf(noun: string): Workflow | undefined {
  return WORKFLOWS.find(({ machine }) => machine.noun === noun);
}
