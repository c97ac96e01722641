'use server';

import { merchantAction, onRow } from '@/lib/action';
import { answerQuestion } from '@/lib/workflows/question/commands';

export const answer = merchantAction(onRow(answerQuestion));
