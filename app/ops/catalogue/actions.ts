'use server';

import { operatorAction } from '@/lib/action';
import * as presets from '@/lib/records/attribute/presets';
import {
  addCategory,
  moveCategory,
  removeCategory,
  renameCategory,
  restoreCategory,
  retireCategory,
  shiftCategory,
} from '@/lib/records/category/commands';

export const add = operatorAction(addCategory);
export const rename = operatorAction(renameCategory);
export const move = operatorAction(moveCategory);
export const shift = operatorAction(shiftCategory);
export const retire = operatorAction(retireCategory);
export const restore = operatorAction(restoreCategory);
export const remove = operatorAction(removeCategory);
export const addPreset = operatorAction(presets.addPreset);
export const editPreset = operatorAction(presets.editPreset);
export const removePreset = operatorAction(presets.removePreset);
