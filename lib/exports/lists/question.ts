import type { QuestionRow } from '@/lib/workflows/question/machine';
import {
  listMerchantQuestions,
  type QuestionFilters,
  questionFilters,
} from '@/lib/workflows/question/queries';
import { defineExport } from '../define';

/** Questions about a merchant's products with their answers, within the member's product scope. */
export const questionExport = defineExport<QuestionRow, QuestionFilters>({
  portal: 'merchant',
  permission: 'question.read',
  title: 'question.list.title',
  filters: questionFilters,
  columns: [
    { header: 'question.field.question', kind: 'text', value: ({ text }) => text, width: 50 },
    { header: 'question.field.product', kind: 'text', value: (row) => row.productName, width: 30 },
    { header: 'question.field.askedBy', kind: 'text', value: ({ askedBy }) => askedBy },
    { header: 'question.field.askedAt', kind: 'dateTime', value: ({ createdAt }) => createdAt },
    {
      header: 'question.field.state',
      kind: 'word',
      value: ({ state }) => `question.state.${state}`,
    },
    { header: 'question.field.answer', kind: 'text', value: ({ answer }) => answer, width: 50 },
  ],
  batch: async (actor, filters, after, size) =>
    actor.kind === 'member'
      ? (await listMerchantQuestions(actor, { ...filters, after, size })).rows
      : [],
  cursor: ({ id }) => id,
});
