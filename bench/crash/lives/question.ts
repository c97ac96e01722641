import { newId } from '@/lib/ids';
import { answerQuestion, askQuestion } from '@/lib/workflows/question/commands';
import { act, type Lane } from '../lane';

/** A question about the product, and its answer. */
export async function question(lane: Lane): Promise<void> {
  const { buyer, owner, sold } = lane.company;
  const text = `这项服务包含夜间值守吗？${newId('view')}`;
  const asked = await act(lane, 'question.ask', () =>
    askQuestion(buyer, { productId: sold.productId, text }),
  );
  if (!asked) return;
  await act(lane, 'question.answer', () => answerQuestion(owner, asked.id, { answer: '包含。' }));
}
