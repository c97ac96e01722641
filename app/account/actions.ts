'use server';

import { buyerAction } from '@/lib/action';
import { sessionId } from '@/lib/auth/cookie';
import { changePassword } from '@/lib/records/account/change';
import { markRead } from '@/lib/records/inbox/commands';
import { revokeSession } from '@/lib/records/session/revoke';
import { dropFreshCodes } from './fresh-codes';
import {
  changeProfileHere,
  confirmTotpHere,
  disableTotpHere,
  remakeCodesHere,
  signOutEverywhereHere,
  signOutOthersHere,
} from './here';

export const saveProfile = buyerAction(changeProfileHere);
export const savePassword = buyerAction(async (actor, input) =>
  changePassword(actor, input, await sessionId()),
);
export const endDevice = buyerAction((actor, { id }) => revokeSession(actor, String(id ?? '')));
export const endOthers = buyerAction(signOutOthersHere);
export const endAll = buyerAction(signOutEverywhereHere, { redirectTo: () => '/sign-in' });
export const turnTotpOn = buyerAction(confirmTotpHere);
export const turnTotpOff = buyerAction(disableTotpHere);
export const remakeCodes = buyerAction(remakeCodesHere);
export const codesKept = buyerAction(dropFreshCodes);
export const readAll = buyerAction((actor) => markRead(actor));
