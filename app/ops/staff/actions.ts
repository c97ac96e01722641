'use server';

import { onRow, operatorAction } from '@/lib/action';
import { addOperator, changeRoles, setOperatorDisabled } from '@/lib/records/operator/commands';

const idOf = (input: Record<string, unknown>) => String(input.id ?? '');

export const add = operatorAction(addOperator);
export const saveRoles = operatorAction(onRow(changeRoles));
export const disable = operatorAction((actor, input) =>
  setOperatorDisabled(actor, idOf(input), true),
);
export const enable = operatorAction((actor, input) =>
  setOperatorDisabled(actor, idOf(input), false),
);
