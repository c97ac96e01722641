'use server';

import { buyerAction, onRow } from '@/lib/action';
import { cancelFromForm, cancelOrder, payOrder } from '@/lib/workflows/order/commands';

export const pay = buyerAction(onRow(payOrder));
export const cancel = buyerAction(onRow(cancelOrder));
export const cancelChosen = buyerAction(cancelFromForm);
