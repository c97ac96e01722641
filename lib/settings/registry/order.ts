import { z } from 'zod';
import { setting } from '../define';

export const orderSettings = {
  'order.payWithinDays': setting({
    schema: z.number().int().min(1).max(60),
    default: 7,
    unit: 'days',
    rule: 'orders-and-refunds.md 3',
  }),
  'order.batchCancelMost': setting({
    schema: z.number().int().min(1).max(100),
    default: 30,
    unit: 'count',
    rule: 'buyer-centre.md 10',
  }),
};
