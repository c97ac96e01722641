'use server';

import { operatorAction } from '@/lib/action';
import { addRule, editRule, switchRule } from '@/lib/records/review-rule/commands';

export const add = operatorAction(addRule);
export const edit = operatorAction(editRule);
export const turn = operatorAction(switchRule);
