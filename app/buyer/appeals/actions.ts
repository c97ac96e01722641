'use server';

import { buyerAction, onRow } from '@/lib/action';
import { answerAsBuyer, openAppealAsBuyer, withdrawAppeal } from '@/lib/workflows/appeal/commands';

export const open = buyerAction(openAppealAsBuyer);
export const answer = buyerAction(onRow(answerAsBuyer));
export const withdraw = buyerAction(onRow(withdrawAppeal));
