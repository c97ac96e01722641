'use server';

import { buyerAction } from '@/lib/action';
import { requestLetter } from '@/lib/records/letter/commands';

export const request = buyerAction(requestLetter);
