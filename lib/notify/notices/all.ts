import type { Notices } from '../define';
import { accountNotices } from './account';
import { questionNotices } from './question';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {
  account: accountNotices,
  question: questionNotices,
};
