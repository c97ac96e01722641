import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { supervisions } from '@/db/schema';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';
import { accountAudience, merchantAudience, operatorAudience } from '../audience';
import type { Notices, OutboxRow, Receiver, Resolved } from '../define';

/** Message types of the area: 101 for what happens on a record, 901 for the count (service-supervision.md 9). */
const PROGRESS = 'supervision.progress';
const ACCEPTED = 'supervision.accepted';
const UNFINISHED = 'supervision.unfinished';
const YOUR_TURN = 'supervision.turn';

async function recordOf(tx: Tx, id: string): Promise<SupervisionRow | undefined> {
  const [row] = await tx.select().from(supervisions).where(eq(supervisions.id, id));
  return row;
}

/** The last reason given on the record, and how often it was rejected so far; as the event left them. */
function valuesOf(record: SupervisionRow, row: OutboxRow): Resolved['params'] {
  const said = row.params as Record<string, string | number>;
  return {
    product: record.productName,
    order: record.orderNumber,
    buyer: record.buyerName,
    merchant: record.merchantName,
    amount: record.amount,
    step: record.requirementStep ? 'requirement' : 'delivery',
    scene: record.reReview ? 'yes' : 'no',
    deliverBy: record.deliverBy ?? 'none',
    since: record.stateSince,
    ...said,
  };
}

const toBuyer: Notices[string] = async ({ tx, row }) => {
  const record = await recordOf(tx, row.subjectId);
  if (!record) return null;
  return {
    receivers: await accountAudience(tx, record.buyerId),
    params: valuesOf(record, row),
    href: `/buyer/supervision/${record.id}`,
    type: YOUR_TURN,
  };
};

const toMerchant: Notices[string] = async ({ tx, row }) => {
  const record = await recordOf(tx, row.subjectId);
  if (!record) return null;
  const type = row.event === 'accept' ? ACCEPTED : PROGRESS;
  return {
    receivers: await merchantAudience(
      tx,
      record.merchantId,
      type,
      ['site', 'mail', 'sms'],
      record.productId,
    ),
    params: valuesOf(record, row),
    href: `/merchant/supervision/${record.id}`,
    type,
  };
};

/** Reminds whose turn it was when the reminder fell due; nobody when they have acted meanwhile. */
const toTurn: Notices[string] = async (context) => {
  const record = await recordOf(context.tx, context.row.subjectId);
  if (!record || record.state !== context.row.params.state) return null;
  if (record.state === 'requirement' || record.state === 'acceptance') return toBuyer(context);
  if (record.state !== 'reReview') return toMerchant(context);
  const receivers: Receiver[] = await operatorAudience(context.tx, ['reviewer', 'arbiter']);
  return {
    receivers,
    params: valuesOf(record, context.row),
    href: `/ops/supervision/${record.id}`,
    type: YOUR_TURN,
  };
};

/** How many supervised orders of a merchant are unfinished (901). */
const digest: Notices[string] = async ({ tx, row }) => {
  if (!row.merchantId) return null;
  return {
    receivers: await merchantAudience(tx, row.merchantId, UNFINISHED),
    params: row.params as Resolved['params'],
    href: '/merchant/supervision?node=open',
    type: UNFINISHED,
  };
};

export const supervisionNotices: Notices = {
  buyer: toBuyer,
  merchant: toMerchant,
  turn: toTurn,
  'digest.merchant': digest,
};
