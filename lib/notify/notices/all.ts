import type { Notices } from '../define';
import { accountNotices } from './account';
import { appealNotices } from './appeal';
import { businessCertificationNotices } from './business-certification';
import { identityNotices } from './identity';
import { invoiceNotices } from './invoice';
import { letterNotices } from './letter';
import { memberNotices } from './member';
import { merchantExitNotices } from './merchant-exit';
import { messageReceiverNotices } from './message-receiver';
import { onboardingNotices } from './onboarding';
import { operatorNotices } from './operator';
import { orderNotices } from './order';
import { feeInvoiceNotices, payoutNotices } from './payout';
import { productApplicationNotices, productNotices, stockNotices } from './product';
import { productReviewNotices } from './product-review';
import { profileEditNotices } from './profile-edit';
import { questionNotices } from './question';
import { reconciliationNotices } from './reconciliation';
import { refundNotices } from './refund';
import { announcementNotices, standingNotices, violationNotices } from './standing';
import { supervisionNotices } from './supervision';
import { topUpNotices } from './top-up';
import { voucherNotices, voucherPieceNotices } from './voucher';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {
  account: accountNotices,
  identity: identityNotices,
  member: memberNotices,
  messageReceiver: messageReceiverNotices,
  operator: operatorNotices,
  onboarding: onboardingNotices,
  businessCertification: businessCertificationNotices,
  profileEdit: profileEditNotices,
  product: productNotices,
  productApplication: productApplicationNotices,
  productReview: productReviewNotices,
  question: questionNotices,
  order: orderNotices,
  topUp: topUpNotices,
  invoice: invoiceNotices,
  letter: letterNotices,
  stock: stockNotices,
  supervision: supervisionNotices,
  appeal: appealNotices,
  standing: standingNotices,
  violation: violationNotices,
  announcement: announcementNotices,
  merchantExit: merchantExitNotices,
  refund: refundNotices,
  voucher: voucherNotices,
  voucherPiece: voucherPieceNotices,
  payout: payoutNotices,
  feeInvoice: feeInvoiceNotices,
  reconciliation: reconciliationNotices,
};
