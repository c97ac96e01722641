'use server';

import { merchantAction } from '@/lib/action';
import {
  addReceiver,
  changeReceiver,
  removeReceiver,
  resendReceiverLink,
} from '@/lib/records/message-receiver/commands';
import { setTypeReceivers } from '@/lib/records/message-receiver/subscribe';

const idOf = (input: Record<string, unknown>) => String(input.id ?? '');

export const add = merchantAction(addReceiver);
export const change = merchantAction((actor, input) => changeReceiver(actor, idOf(input), input));
export const remove = merchantAction((actor, input) => removeReceiver(actor, idOf(input)));
export const resend = merchantAction((actor, input) => resendReceiverLink(actor, idOf(input)));
export const subscribe = merchantAction((actor, input) =>
  setTypeReceivers(actor, String(input.type ?? ''), input),
);
