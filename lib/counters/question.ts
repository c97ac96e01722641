import { countMerchantQuestions } from '@/lib/workflows/question/queries';
import type { Counter } from './define';

export const questionCounters: Counter[] = [
  {
    name: 'questions',
    portal: 'merchant',
    href: '/merchant/questions?state=asked',
    permission: 'question.read',
    count: async (actor) => (actor.kind === 'member' ? countMerchantQuestions(actor, 'asked') : 0),
  },
];
