import type { Notices } from '../define';
import { accountNotices } from './account';
import { onboardingNotices } from './onboarding';
import { questionNotices } from './question';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {
  account: accountNotices,
  onboarding: onboardingNotices,
  question: questionNotices,
};
