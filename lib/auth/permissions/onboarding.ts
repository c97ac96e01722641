import type { Holder } from './index';

export const onboardingPermissions = {
  'onboarding.apply': ['buyer'],
  'onboarding.read': ['buyer', 'reviewer', 'admin'],
  'onboarding.decide': ['reviewer'],
  'onboarding.advance': ['system'],
} as const satisfies Record<string, readonly Holder[]>;
