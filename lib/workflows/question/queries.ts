import { and, desc, eq, ilike, inArray, lt } from 'drizzle-orm';
import { z } from 'zod';
import { questions } from '@/db/schema';
import { QUESTION_STATES } from '@/db/schema/question';
import type { Actor, Member } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { cappedCount } from '@/lib/list/count';
import { oneOf } from '@/lib/list/filter';
import { textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';
import { settingReader } from '@/lib/settings/read';
import type { QuestionRow } from './machine';

/** Answered questions of a product, newest first, for its page. */
export function listProductQuestions(
  actor: Actor,
  productId: string,
  limit = 20,
): Promise<QuestionRow[]> {
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(questions)
      .where(and(eq(questions.productId, productId), eq(questions.state, 'answered')))
      .orderBy(desc(questions.id))
      .limit(limit),
  );
}

/** Most characters of a question and of its answer. */
export const questionLength = (actor: Actor): Promise<number> =>
  withActor(actor, ({ tx, now }) => settingReader(tx, now)('question.maxLength'));

/** The reader's own questions about a product that still wait. */
export async function listOwnQuestions(actor: Actor, productId: string): Promise<QuestionRow[]> {
  if (actor.kind !== 'buyer') return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(questions)
      .where(
        and(
          eq(questions.productId, productId),
          eq(questions.buyerId, actor.accountId),
          eq(questions.state, 'asked'),
        ),
      )
      .orderBy(desc(questions.id))
      .limit(20),
  );
}

export interface QuestionFilter {
  q?: string | undefined;
  state?: string | undefined;
  after?: string | undefined;
  size?: number;
}

/** Filters of the list as its address and its export carry them; wrong values count as none. */
export const questionFilters = z.object({ q: textFilter, state: textFilter });
export type QuestionFilters = z.infer<typeof questionFilters>;

/** Rows of the member's merchant, within the product scope. */
const ofMember = (actor: Member) =>
  and(
    eq(questions.merchantId, actor.merchantId),
    actor.products
      ? inArray(questions.productId, actor.products.length > 0 ? [...actor.products] : [''])
      : undefined,
  );

/** How many questions of the member's products are in a state, up to the cap. */
export function countMerchantQuestions(
  actor: Member,
  state: QuestionRow['state'],
): Promise<number> {
  return withActor(actor, ({ tx }) =>
    cappedCount(tx, questions, and(ofMember(actor), eq(questions.state, state))),
  );
}

/** A merchant's questions, newest first, within the member's product scope. */
export async function listMerchantQuestions(
  actor: Member,
  filter: QuestionFilter,
): Promise<Page<QuestionRow>> {
  const state = oneOf(QUESTION_STATES, filter.state);
  const size = filter.size ?? PAGE_SIZE;
  const words = containing(filter.q);
  const rows = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(questions)
      .where(
        and(
          ofMember(actor),
          state && eq(questions.state, state),
          words ? ilike(questions.text, words) : undefined,
          filter.after ? lt(questions.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(questions.id))
      .limit(size + 1),
  );
  return pageOf(rows, ({ id }) => id, size);
}

/** One question of the member's merchant. */
export async function getMerchantQuestion(
  actor: Member,
  id: string,
): Promise<QuestionRow | undefined> {
  const [row] = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(questions)
      .where(and(eq(questions.id, id), eq(questions.merchantId, actor.merchantId))),
  );
  return row && (actor.products === null || actor.products.includes(row.productId))
    ? row
    : undefined;
}
