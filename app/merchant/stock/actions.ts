'use server';

import { merchantAction } from '@/lib/action';
import { keepStock, restock, stopStock } from '@/lib/records/stock/commands';

export const keep = merchantAction(keepStock);
export const change = merchantAction(restock);
export const stop = merchantAction(stopStock);
