'use server';

import { merchantAction } from '@/lib/action';
import { revealAccessKey } from '@/lib/records/merchant/commands';

export const revealKey = merchantAction((actor) => revealAccessKey(actor));
