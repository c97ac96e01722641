'use server';

import { merchantAction } from '@/lib/action';
import {
  addSupportGroup,
  editSupportGroup,
  removeSupportGroup,
  savePresales,
} from '@/lib/records/support-group/commands';

export const add = merchantAction(addSupportGroup);
export const edit = merchantAction(editSupportGroup);
export const remove = merchantAction(removeSupportGroup);
export const presales = merchantAction(savePresales);
