'use server';

import { buyerAction } from '@/lib/action';
import { askQuestion } from '@/lib/workflows/question/commands';

export const ask = buyerAction(askQuestion);
