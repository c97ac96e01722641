/** What must be true of an account before the form opens (onboarding.md 1.1), in the order they are shown. */
export const GATES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'] as const;
export type GateCode = (typeof GATES)[number];

export interface GateFacts {
  emailVerified: boolean;
  disabled: boolean;
  phone: string | null;
  /** Accounts registered with that number, this one included. */
  accountsWithPhone: number;
  /** A password of its own; sign-up refuses short ones (A3). */
  hasPassword: boolean;
  /** Confirmed real name. */
  realName: 'enterprise' | 'personal' | null;
  /** Where a company's request to have its name confirmed stands, while it is open. */
  companyRequest: 'pending' | 'rejected' | null;
  isSubAccount: boolean;
  isPartnerAdmin: boolean;
  programmes: readonly string[];
  /** What is known of merchants of the same legal entity. */
  company: 'free' | 'merchant' | 'exited';
  /** This very account owned a merchant that left. */
  accountExited: boolean;
}

export interface GatePolicy {
  accountsPerPhone: number;
  excludedProgrammes: readonly string[];
  individualPath: boolean;
  reentry: boolean;
}

export interface Gate {
  code: GateCode;
  passed: boolean;
  /** `onboarding.gate.<code>.<reason>`: why it is shut and what to do. */
  reason?: string;
  params?: Record<string, string | number>;
  /** Page on which the person can open it; absent when only operations can. */
  href?: string;
}

type Finding = Omit<Gate, 'code' | 'passed'> | undefined;

const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;

const CHECKS: Record<GateCode, (facts: GateFacts, policy: GatePolicy) => Finding> = {
  A1: ({ emailVerified, disabled }) => {
    if (disabled) return { reason: 'disabled' };
    return emailVerified ? undefined : { reason: 'unverified', href: '/account' };
  },
  A2: ({ phone, accountsWithPhone }, { accountsPerPhone }) => {
    if (!phone || !MAINLAND_MOBILE.test(phone)) return { reason: 'noMobile', href: '/account' };
    if (accountsWithPhone <= accountsPerPhone) return undefined;
    return { reason: 'tooManyAccounts', params: { most: accountsPerPhone }, href: '/account' };
  },
  A3: ({ hasPassword }) =>
    hasPassword ? undefined : { reason: 'noPassword', href: '/account/security' },
  A4: ({ realName, companyRequest }, { individualPath }) => {
    if (realName === 'enterprise' || (realName === 'personal' && individualPath)) return undefined;
    const reason = companyRequest ?? (realName ? 'personalOnly' : 'notVerified');
    return { reason, href: '/account/identity?kind=enterprise&edit=1' };
  },
  A5: ({ isSubAccount }) => (isSubAccount ? { reason: 'subAccount' } : undefined),
  A6: ({ isPartnerAdmin }) => (isPartnerAdmin ? { reason: 'partnerAdmin' } : undefined),
  A7: ({ programmes }, { excludedProgrammes }) => {
    const found = programmes.find((programme) => excludedProgrammes.includes(programme));
    return found ? { reason: 'excluded', params: { programme: found } } : undefined;
  },
  A8: ({ company, accountExited }, { reentry }) => {
    if (company === 'merchant') return { reason: 'alreadyMerchant', href: '/merchant' };
    if (accountExited) return { reason: 'accountExited' };
    return company === 'exited' && !reentry ? { reason: 'companyExited' } : undefined;
  },
};

/** Every gate with its verdict, reason and way out. Pure: the same facts open the same gates. */
export function evaluateGates(facts: GateFacts, policy: GatePolicy): Gate[] {
  return GATES.map((code) => {
    const finding = CHECKS[code](facts, policy);
    return { code, passed: finding === undefined, ...finding };
  });
}

export const allPassed = (gates: readonly Gate[]) => gates.every(({ passed }) => passed);
