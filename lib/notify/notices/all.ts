import type { Notices } from '../define';

/** Notices by noun. */
export const NOTICES: Record<string, Notices> = {};
