'use server';

import { onRow, operatorAction } from '@/lib/action';
import { hideReview, showReview } from '@/lib/workflows/product-review/commands';

export const hide = operatorAction(onRow(hideReview));
export const show = operatorAction(onRow(showReview));
