'use server';

import { buyerAction, onRow } from '@/lib/action';
import {
  deleteReview,
  editReview,
  followUpReview,
  keepReview,
  sayInReview,
  writeReview,
} from '@/lib/workflows/product-review/commands';

export const write = buyerAction(writeReview);
export const edit = buyerAction(onRow(editReview));
export const remove = buyerAction(onRow(deleteReview));
export const keep = buyerAction(onRow(keepReview));
export const say = buyerAction(onRow(sayInReview));
export const followUp = buyerAction(onRow(followUpReview));
