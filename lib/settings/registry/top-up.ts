import { z } from 'zod';
import { setting } from '../define';
import { hints } from '../hints';

const fenAmount = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const topUpSettings = {
  'topUp.confirmWorkingDays': setting({
    schema: z.number().int().min(1).max(30),
    default: 1,
    unit: 'workingDays',
    rule: 'design.md 3.6',
  }),
  'topUp.payWithinMinutes': setting({
    schema: z.number().int().min(5).max(1440),
    default: 30,
    unit: 'minutes',
    rule: 'design.md 3.6',
  }),
  'topUp.least': setting({ schema: fenAmount, default: 100, unit: 'fen', rule: 'design.md 3.6' }),
  'topUp.mostByTransfer': setting({
    schema: fenAmount,
    default: 1_000_000_000,
    unit: 'fen',
    rule: 'design.md 3.6',
  }),
  'topUp.mostByProvider': setting({
    schema: fenAmount,
    default: 5_000_000,
    unit: 'fen',
    rule: 'design.md 3.6',
  }),
  /** The pretend bank outside the demo, where it is always there. */
  'topUp.sandboxProvider': setting({
    schema: z.boolean(),
    default: false,
    unit: 'switch',
    rule: 'design.md 3.6',
  }),
  /** Where customers send transfers to. */
  'topUp.bankAccount': setting({
    schema: z
      .object({
        holder: z.string().min(1).max(100),
        bank: z.string().min(1).max(100),
        number: z.string().min(4).max(40),
      })
      .register(hints, { words: 'settingTable.bankAccount' }),
    default: {
      holder: 'Guildhall 云商店运营有限公司',
      bank: '招商银行杭州分行营业部',
      number: '5719 0000 0000 0000 108',
    },
    unit: 'table',
    rule: 'design.md 3.6',
  }),
};
