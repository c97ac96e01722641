'use server';

import { merchantAction } from '@/lib/action';
import { signCooperation } from '@/lib/records/agreement/commands';

export const sign = merchantAction(signCooperation);
