'use server';

import { buyerAction } from '@/lib/action';
import { activateCode } from '@/lib/workflows/voucher-piece/commands';

export const activate = buyerAction(activateCode);
