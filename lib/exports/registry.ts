import type { ExportList } from './define';
import { agreementExport, signatureExport } from './lists/agreement';
import { appealExport } from './lists/appeal';
import { attributeExport } from './lists/attribute';
import { calendarExport } from './lists/calendar';
import { categoryExport } from './lists/category';
import { deviceExport } from './lists/device';
import { evidenceExport } from './lists/evidence';
import { identitiesExport } from './lists/identities';
import { instanceExport } from './lists/instance';
import { invoiceableExport, invoiceExport } from './lists/invoice';
import { letterExport } from './lists/letter';
import { groupsExport, invitationsExport, membersExport } from './lists/members';
import { merchantExport } from './lists/merchant';
import { inboxExport, messageExport } from './lists/message';
import { receiversExport } from './lists/message-receiver';
import { balanceMovesExport, ledgerAccountsExport, ledgerEntriesExport } from './lists/money';
import { onboardingExport } from './lists/onboarding';
import { orderExport } from './lists/order';
import { productApplicationExport, productExport } from './lists/own-product';
import { feeInvoiceExport, payoutExport } from './lists/payout';
import { opsProductExport } from './lists/product';
import { productReviewExport, reviewableExport } from './lists/product-review';
import { questionExport } from './lists/question';
import { refundableExport, refundExport } from './lists/refund';
import { queueExport } from './lists/review';
import { reviewRuleExport, settingExport } from './lists/rules';
import { saleRuleExport } from './lists/sale-rule';
import { staffExport } from './lists/staff';
import { announcementExport, exitExport, standingExport, violationExport } from './lists/standing';
import { stockExport } from './lists/stock';
import { supervisionExport } from './lists/supervision';
import { topUpExport } from './lists/top-up';
import { voucherExport } from './lists/voucher';
import { pieceExport } from './lists/voucher-piece';

/** Every list that can be exported, by the name in its address: `/api/ui/exports/<name>?format=csv`. */
export const EXPORTS: Record<string, ExportList> = {
  'buyer-orders': orderExport('buyer'),
  'merchant-orders': orderExport('merchant'),
  'ops-orders': orderExport('ops'),
  'balance-moves': balanceMovesExport,
  'buyer-top-ups': topUpExport('buyer'),
  'ops-top-ups': topUpExport('ops'),
  'buyer-invoices': invoiceExport('buyer'),
  'merchant-invoices': invoiceExport('merchant'),
  'ops-invoices': invoiceExport('ops'),
  'invoiceable-orders': invoiceableExport,
  'buyer-letters': letterExport,
  'ledger-entries': ledgerEntriesExport,
  'ledger-accounts': ledgerAccountsExport,
  'merchant-appeals': appealExport('merchant'),
  'buyer-appeals': appealExport('buyer'),
  'ops-appeals': appealExport('ops'),
  'merchant-supervision': supervisionExport('merchant'),
  'buyer-supervision': supervisionExport('buyer'),
  'ops-supervision': supervisionExport('ops'),
  'merchant-refunds': refundExport('merchant'),
  'buyer-refunds': refundExport('buyer'),
  'ops-refunds': refundExport('ops'),
  'buyer-refundable': refundableExport,
  'buyer-services': instanceExport,
  'ops-merchants': merchantExport,
  'ops-onboardings': onboardingExport,
  products: productExport,
  'product-applications': productApplicationExport,
  'merchant-stock': stockExport,
  'merchant-sale-rules': saleRuleExport,
  'ops-identities': identitiesExport,
  'merchant-members': membersExport,
  'merchant-member-groups': groupsExport,
  'merchant-invitations': invitationsExport,
  'merchant-receivers': receiversExport,
  'ops-staff': staffExport,
  'merchant-attributes': attributeExport,
  'ops-products': opsProductExport,
  'ops-queue': queueExport,
  'ops-evidence': evidenceExport,
  'ops-messages': messageExport,
  'ops-agreements': agreementExport,
  'ops-settings': settingExport,
  'review-rules': reviewRuleExport,
  categories: categoryExport,
  'ops-calendar': calendarExport,
  'merchant-questions': questionExport,
  'buyer-reviews': productReviewExport('buyer'),
  'buyer-reviewables': reviewableExport,
  'merchant-reviews': productReviewExport('merchant'),
  'ops-reviews': productReviewExport('ops'),
  'merchant-agreements': signatureExport('merchant'),
  'buyer-agreements': signatureExport('buyer'),
  'ops-standing': standingExport,
  'ops-violations': violationExport('ops'),
  'merchant-violations': violationExport('merchant'),
  'ops-announcements': announcementExport,
  'ops-exits': exitExport,
  'merchant-vouchers': voucherExport('merchant'),
  'ops-vouchers': voucherExport('ops'),
  'merchant-voucher-pieces': pieceExport('merchant'),
  'ops-voucher-pieces': pieceExport('ops'),
  'buyer-vouchers': pieceExport('buyer'),
  'ops-payouts': payoutExport('ops'),
  'merchant-payouts': payoutExport('merchant'),
  'ops-fee-invoices': feeInvoiceExport('ops'),
  'merchant-fee-invoices': feeInvoiceExport('merchant'),
  inbox: inboxExport,
  devices: deviceExport,
};
