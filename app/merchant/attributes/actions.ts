'use server';

import { merchantAction } from '@/lib/action';
import { addAttribute, editAttribute, removeAttribute } from '@/lib/records/attribute/commands';

export const add = merchantAction(addAttribute);
export const edit = merchantAction(editAttribute);
export const remove = merchantAction(removeAttribute);
