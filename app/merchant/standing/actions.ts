'use server';

import { merchantAction, onRow } from '@/lib/action';
import { answerViolation } from '@/lib/workflows/violation/commands';

export const answer = merchantAction(onRow(answerViolation));
