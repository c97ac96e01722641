'use server';

import { merchantAction } from '@/lib/action';
import { removeMember, setMemberAccess, setMemberDisabled } from '@/lib/records/member/commands';
import { changeGroup, createGroup, deleteGroup } from '@/lib/records/member/groups';
import { inviteMember, revokeInvitation } from '@/lib/records/member/invite';

const idOf = (input: Record<string, unknown>) => String(input.id ?? '');

export const invite = merchantAction(inviteMember);
export const revoke = merchantAction((actor, input) => revokeInvitation(actor, idOf(input)));
export const setAccess = merchantAction((actor, input) =>
  setMemberAccess(actor, idOf(input), input),
);
export const disable = merchantAction((actor, input) =>
  setMemberDisabled(actor, idOf(input), true),
);
export const enable = merchantAction((actor, input) =>
  setMemberDisabled(actor, idOf(input), false),
);
export const remove = merchantAction((actor, input) => removeMember(actor, idOf(input)));
export const addGroup = merchantAction(createGroup);
export const saveGroup = merchantAction((actor, input) => changeGroup(actor, idOf(input), input));
export const dropGroup = merchantAction((actor, input) => deleteGroup(actor, idOf(input)));
