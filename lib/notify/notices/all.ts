import type { Notices } from '../define';
import { questionNotices } from './question';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {
  question: questionNotices,
import { accountNotices } from './account';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {
  account: accountNotices,
};
