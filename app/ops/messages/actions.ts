'use server';

import { onRow, operatorAction } from '@/lib/action';
import { resendMessage } from '@/lib/records/message/commands';

export const resend = operatorAction(onRow(resendMessage));
