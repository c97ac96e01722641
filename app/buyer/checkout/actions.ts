'use server';

import { buyerAction } from '@/lib/action';
import { placeOrder } from '@/lib/workflows/order/commands';

export const submit = buyerAction(placeOrder);
