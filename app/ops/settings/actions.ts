'use server';

import { operatorAction } from '@/lib/action';
import { changeSetting } from '@/lib/records/setting/commands';

export const change = operatorAction(changeSetting);
