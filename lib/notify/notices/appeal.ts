import { eq } from 'drizzle-orm';
import { appeals } from '@/db/schema';
import type { AppealSide } from '@/db/schema/appeal';
import { translator } from '@/lib/i18n/translator';
import type { AppealRow } from '@/lib/workflows/appeal/machine';
import { accountAudience, merchantAudience, operatorAudience } from '../audience';
import type { Notices, OutboxRow, Resolve, Resolved } from '../define';

/** The result is the rule book's "operations reminder" (service-supervision.md 9); the rest leads up to it. */
const PROGRESS = 'appeal.progress';
const DECIDED = 'appeal.decided';
const HANDLE = 'appeal.handle';
const DECISIONS = new Set(['resume', 'refundFull', 'refundPart', 'complete']);

/** Values as the event left them; nodes are named in the reader's words. */
const valuesOf =
  (appeal: AppealRow, row: OutboxRow): Resolved['params'] =>
  (locale) => ({
    product: appeal.productName,
    order: appeal.orderNumber,
    buyer: appeal.buyerName,
    merchant: appeal.merchantName,
    by: appeal.openedBy,
    amount: appeal.refunded ?? 0n,
    handleBy: appeal.handleBy,
    answerBy: appeal.answerBy ?? appeal.handleBy,
    node: translator(locale, 'supervision.node')(appeal.decidedNode ?? appeal.node),
    reason: appeal.decision ?? appeal.reason,
    text: String(row.params.text ?? ''),
    side: String(row.params.side ?? appeal.openedBy),
  });

type Who = (appeal: AppealRow, row: OutboxRow) => AppealSide | 'ops' | undefined;

/** Tells one side, or the arbiters; nobody where `who` answers nothing. */
const to =
  (who: Who): Resolve =>
  async ({ tx, row }) => {
    const [appeal] = await tx.select().from(appeals).where(eq(appeals.id, row.subjectId));
    const portal = appeal && who(appeal, row);
    if (!appeal || !portal) return null;
    const type = DECISIONS.has(row.event) ? DECIDED : PROGRESS;
    const receivers =
      portal === 'ops'
        ? await operatorAudience(tx, ['arbiter'])
        : portal === 'buyer'
          ? await accountAudience(tx, appeal.buyerId)
          : await merchantAudience(
              tx,
              appeal.merchantId,
              type,
              ['site', 'mail', 'sms'],
              appeal.productId,
            );
    return {
      receivers,
      params: valuesOf(appeal, row),
      href: `/${portal}/appeals/${appeal.id}`,
      type: portal === 'ops' ? HANDLE : type,
    };
  };

const asked: Who = (_, row) => (row.params.side === 'buyer' ? 'buyer' : 'merchant');

export const appealNotices: Notices = {
  buyer: to(() => 'buyer'),
  merchant: to(() => 'merchant'),
  operations: to(() => 'ops'),
  other: to((appeal) => (appeal.openedBy === 'buyer' ? 'merchant' : 'buyer')),
  asked: to(asked),
  // Nobody is reminded of what was done meanwhile.
  'remindAsked.asked': to((appeal, row) =>
    appeal.state.startsWith('awaiting') ? asked(appeal, row) : undefined,
  ),
  'remind.operations': to((appeal) => (appeal.state === 'handling' ? 'ops' : undefined)),
};
