import type { Holder } from './index';

/** The merchant's own record: information, certification, support. */
export const merchantPermissions = {
  'merchant.enter': ['everyMember'],
  'merchant.read': ['member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'merchant.key': ['member'],
  'merchant.invoicing': ['member'],
  'profileEdit.read': ['member', 'reviewer', 'admin'],
  'profileEdit.submit': ['member'],
  'profileEdit.decide': ['reviewer'],
  'profileEdit.advance': ['system'],
  'businessCertification.read': ['member', 'reviewer', 'finance', 'admin'],
  'businessCertification.submit': ['member'],
  'businessCertification.bank': ['member', 'finance'],
  'businessCertification.decide': ['finance'],
  'businessCertification.unlock': ['finance', 'admin'],
  'businessCertification.advance': ['system'],
  'supportGroup.read': ['member'],
  'supportGroup.change': ['member'],
} as const satisfies Record<string, readonly Holder[]>;
