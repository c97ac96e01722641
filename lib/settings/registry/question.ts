import { z } from 'zod';
import { setting } from '../define';

export const questionSettings = {
  'question.answerHours': setting({
    schema: z.number().int().min(1).max(720),
    default: 24,
    unit: 'hours',
    rule: 'buyer-centre.md 7',
  }),
  'question.maxLength': setting({
    schema: z.number().int().min(10).max(5000),
    default: 500,
    unit: 'count',
    rule: 'buyer-centre.md 6 [inferred]',
  }),
  'content.sensitiveWords': setting({
    schema: z.array(z.string().trim().min(1)).max(5000),
    default: ['代开发票', '赌博', '色情'],
    unit: 'list',
    rule: 'buyer-centre.md 7',
  }),
};
