import type { AppealSide } from '@/db/schema/appeal';
import type { SupervisionNode } from '@/db/schema/supervision';
import { system } from '@/lib/auth/actor';
import type { Effect } from '@/lib/engine/bind';
import { fireIn } from '@/lib/engine/fire';
import { type FieldComplaint, invalid, notFound } from '@/lib/errors';
import { searchDocument } from '@/lib/search/words';
import { dueAfter } from '@/lib/time/due';
import { supervisionWorkflow } from '@/lib/workflows/supervision/commands';
import { documentComplaints } from '@/lib/workflows/supervision/rules';
import { demandsOf, keepDocuments } from './documents';
import type { AppealFacts, AppealRow } from './machine';
import type { OpeningInput } from './schema';

type Opening = Effect<AppealRow, OpeningInput, AppealFacts>;

/** Opens an appeal and freezes the record in the same transaction (service-supervision.md 7). */
const openAs =
  (side: AppealSide): Opening =>
  async (context) => {
    const { tx, now, row, input, facts, setting } = context;
    const { record, paid, grounds = [] } = facts;
    if (!record || paid === undefined) throw notFound();
    const ground = grounds.find(({ key }) => key === input.ground);
    const fields: Record<string, FieldComplaint | string> = {
      ...(ground ? {} : { ground: 'form.error.notAChoice' }),
      ...documentComplaints(
        demandsOf(side, await setting('appeal.filesPerKind'), ground),
        input.documents,
      ),
    };
    if (!ground || Object.keys(fields).length > 0) throw invalid(fields);
    const parties = { merchantId: record.merchantId, buyerId: record.buyerId };
    const cause = system(`appeal ${row.id} opened`);
    await fireIn({ tx, now }, cause, supervisionWorkflow, 'freeze', record.id, {
      appealId: row.id,
    });
    const files = await keepDocuments(context, {
      side,
      requestId: null,
      documents: input.documents,
      parties,
    });
    const { demand, reason } = input;
    context.record({ files, data: { ground: ground.key, reason, demand } });
    context.tell({ reason });
    return {
      ...parties,
      supervisionId: record.id,
      orderId: record.orderId,
      orderNumber: record.orderNumber,
      productId: record.productId,
      productName: record.productName,
      merchantName: record.merchantName,
      buyerName: record.buyerName,
      searchText: searchDocument(
        record.orderNumber,
        record.productName,
        record.merchantName,
        record.buyerName,
      ),
      paid,
      openedBy: side,
      // The guard let in no record that had ended or was frozen.
      node: record.state as SupervisionNode,
      ground: ground.key,
      groundName: ground.name ?? null,
      reason,
      demand,
      requests: 0,
      handleBy: await dueAfter(tx, setting, 'appeal.handleWorkingDays', now),
    };
  };

export const openAsBuyer = openAs('buyer');
export const openAsMerchant = openAs('merchant');
