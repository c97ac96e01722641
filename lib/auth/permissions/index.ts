import type { Actor } from '../actor';
import { accountPermissions } from './account';
import { agreementPermissions } from './agreement';
import { appealPermissions } from './appeal';
import { filePermissions } from './file';
import { identityPermissions } from './identity';
import { invoicePermissions } from './invoice';
import { memberPermissions } from './member';
import { merchantPermissions } from './merchant';
import { onboardingPermissions } from './onboarding';
import { operatorPermissions } from './operator';
import { orderPermissions } from './order';
import { payoutPermissions } from './payout';
import { platformPermissions } from './platform';
import { productPermissions } from './product';
import { productReviewPermissions } from './product-review';
import { questionPermissions } from './question';
import { refundPermissions } from './refund';
import { standingPermissions } from './standing';
import { supervisionPermissions } from './supervision';
import { topUpPermissions } from './top-up';
import { voucherPermissions } from './voucher';

/**
 * Who may hold a permission. `member` means that a merchant's owner holds it and may grant it to groups;
 * `owner` is kept to the owner alone; `anyMember` is held by every member without being granted.
 */
export type Holder =
  | 'visitor'
  | 'buyer'
  | 'member'
  | 'owner'
  | 'everyMember'
  | 'anyMember'
  | 'reviewer'
  | 'arbiter'
  | 'finance'
  | 'admin'
  | 'system';

/** Every permission with its holders. Unknown means no. */
export const PERMISSIONS = {
  ...merchantPermissions,
  ...platformPermissions,
  ...agreementPermissions,
  ...productPermissions,
  ...filePermissions,
  ...orderPermissions,
  ...questionPermissions,
  ...productReviewPermissions,
  ...topUpPermissions,
  ...voucherPermissions,
  ...invoicePermissions,
  ...supervisionPermissions,
  ...appealPermissions,
  ...refundPermissions,
  ...accountPermissions,
  ...identityPermissions,
  ...memberPermissions,
  ...operatorPermissions,
  ...onboardingPermissions,
  ...standingPermissions,
  ...payoutPermissions,
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof PERMISSIONS;

export interface PermissionSubject {
  /** The product a row belongs to; a member needs it in scope. */
  productId?: string | null;
}

/** Permissions that a merchant's owner can grant to a group of members. */
export function grantablePermissions(): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    holdersOf(permission).includes('member'),
  );
}

export function holdersOf(permission: Permission): readonly Holder[] {
  return PERMISSIONS[permission] ?? [];
}

/** The only comparison of roles in the house: permission AND product scope (onboarding.md 7.3). */
export function can(
  actor: Actor,
  permission: Permission,
  subject: PermissionSubject = {},
): boolean {
  const holders = holdersOf(permission);
  switch (actor.kind) {
    case 'visitor':
      return holders.includes('visitor');
    case 'buyer':
      return holders.includes('buyer') || holders.includes('visitor');
    case 'member': {
      if (actor.readOnly && !permission.endsWith('.read') && permission !== 'merchant.enter')
        return false;
      const held = actor.owner
        ? holders.includes('owner') || holders.includes('member')
        : holders.includes('member') && actor.permissions.includes(permission);
      if (holders.includes('everyMember')) return true;
      return (held || holders.includes('anyMember')) && inScope(actor.products, subject.productId);
    }
    case 'operator':
      return actor.roles.some((role) => holders.includes(role));
    case 'system':
      return holders.includes('system');
  }
}

function inScope(
  products: readonly string[] | null,
  productId: string | null | undefined,
): boolean {
  return products === null || productId == null || products.includes(productId);
}
