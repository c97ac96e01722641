import { QUESTION_STATES, type questions } from '@/db/schema/question';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { hasSensitiveWord } from '@/lib/sensitive';
import { questionInputs } from './schema';

export type QuestionRow = typeof questions.$inferSelect;

export interface QuestionFacts {
  sensitiveWords: readonly string[];
  maxLength: number;
  /** The product is there for this buyer to ask about. */
  product: { name: string; merchantId: string } | undefined;
  /** The asker waits for an answer to the very same question about this product. */
  waiting: boolean;
}

const said = (input: { text?: string; answer?: string }) => input.text ?? input.answer ?? '';

const productOnSale: Guard<QuestionRow, QuestionFacts> = ({ facts }) =>
  facts.product ? undefined : 'notOnSale';
const askedOnce: Guard<QuestionRow, QuestionFacts> = ({ facts }) =>
  facts.waiting ? 'repeated' : undefined;
const shortEnough: Guard<QuestionRow, QuestionFacts> = ({ input, facts }) =>
  said(input).length > facts.maxLength ? 'tooLong' : undefined;
/** Sensitive words must be changed before it can be sent (buyer-centre.md 7). */
const decent: Guard<QuestionRow, QuestionFacts> = ({ input, facts }) =>
  hasSensitiveWord(said(input), facts.sensitiveWords) ? 'sensitive' : undefined;

export const question = defineMachine<QuestionRow, QuestionFacts>()({
  noun: 'question',
  states: QUESTION_STATES,
  end: ['hidden'],
  events: {
    ask: {
      from: 'none',
      to: 'asked',
      by: ['question.ask'],
      input: questionInputs.ask,
      guards: [productOnSale, shortEnough, decent, askedOnce],
      notify: ['merchant'],
    },
    answer: {
      from: ['asked', 'answered'],
      to: 'answered',
      by: ['question.answer'],
      input: questionInputs.answer,
      guards: [shortEnough, decent],
      notify: ['buyer'],
    },
    remind: { from: ['asked'], to: 'asked', by: ['question.remind'], notify: ['merchant'] },
    hide: {
      from: ['asked', 'answered'],
      to: 'hidden',
      by: ['question.hide'],
      input: questionInputs.hide,
      notify: [],
    },
  },
  turn: { asked: 'merchant', answered: null, hidden: null },
  deadlines: { asked: [{ setting: 'question.answerHours', fire: 'remind' }] },
  subject: (row) => ({ productId: row.productId }),
});
