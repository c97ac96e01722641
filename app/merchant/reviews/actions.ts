'use server';

import { merchantAction, onRow } from '@/lib/action';
import { answerReview, sayInReview } from '@/lib/workflows/product-review/commands';

export const answer = merchantAction(onRow(answerReview));
export const say = merchantAction(onRow(sayInReview));
