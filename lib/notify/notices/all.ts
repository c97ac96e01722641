import type { Notices } from '../define';
import { accountNotices } from './account';
import { onboardingNotices } from './onboarding';
import { orderNotices } from './order';
import { questionNotices } from './question';
import { topUpNotices } from './top-up';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {
  account: accountNotices,
  onboarding: onboardingNotices,
  question: questionNotices,
  order: orderNotices,
  topUp: topUpNotices,
};
