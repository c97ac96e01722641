'use server';

import { publicAction } from '@/lib/action';
import { verifyReceiver } from '@/lib/records/message-receiver/verify';

export const confirm = publicAction(verifyReceiver, {
  redirectTo: () => '/confirm-receiver?done=1',
});
