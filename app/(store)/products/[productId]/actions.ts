'use server';

import { buyerAction } from '@/lib/action';
import { askQuestion } from '@/lib/workflows/question/commands';
import { claimVoucher } from '@/lib/workflows/voucher-piece/commands';

export const ask = buyerAction(askQuestion);
export const claim = buyerAction(claimVoucher);
