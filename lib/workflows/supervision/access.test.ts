import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import {
  agreeRequirement,
  deliveryFile,
  deliveryInput,
  handIn,
  makeSupervised,
  requirementFile,
  type Supervised,
} from '@/db/factories/supervision';
import { instances, supervisionDocuments, supervisions } from '@/db/schema';
import { listStream } from '@/lib/audit/queries';
import { type Actor, system } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { findDownload } from '@/lib/files/queries';
import { derivedBalance, payableTo } from '@/lib/money/ledger';
import { createOperator, limitedMember } from '@/lib/testing/actors';
import { describeEveryEvent, makeStrangers, tryEvent } from '@/lib/testing/every-event';
import { codeOf } from '@/lib/testing/refusal';
import { getInstance, listInstances } from '@/lib/workflows/instance/queries';
import { acceptDelivery, deliver, rejectDelivery, supervisionWorkflow } from './commands';
import type { supervision } from './machine';
import { countSupervisions, getSupervision, listSupervisions } from './queries';

type Event = keyof typeof supervision.events;

/** Who may fire each event; everybody else may not. */
const HOLDER: Record<Exclude<Event, 'open'>, readonly string[]> = {
  submitRequirement: ['buyer'],
  confirmRequirement: ['owner'],
  rejectRequirement: ['owner'],
  deliver: ['owner'],
  passReReview: ['reviewer'],
  refuseReReview: ['reviewer'],
  accept: ['buyer'],
  reject: ['buyer'],
  remind: ['system'],
  freeze: ['system'],
  resume: ['system'],
  acceptByDecision: ['system'],
  close: ['system'],
};

let made: Supervised;
let strangers: Record<string, Actor>;
let people: Record<string, Actor>;

const attempt = (actor: Actor, event: Event) =>
  tryEvent(supervisionWorkflow, actor, event, made.id);

beforeAll(async () => {
  made = await makeSupervised();
  strangers = await makeStrangers();
  people = {
    buyer: made.buyer,
    owner: made.owner,
    reviewer: await createOperator('reviewer'),
    finance: await createOperator('finance'),
    system: system('test'),
  };
});

describeEveryEvent(supervisionWorkflow, HOLDER, 'delivery', () => ({
  id: made.id,
  strangers,
  people,
}));

describe('a member', () => {
  const permissions: Permission[] = ['supervision.read', 'supervision.deliver'];

  it('needs the permission and the product in scope', async () => {
    const without = limitedMember(made.owner, ['supervision.read']);
    expect(await attempt(without, 'deliver')).toBe('forbidden');
    const elsewhere = limitedMember(made.owner, permissions, ['pd_other']);
    expect(await attempt(elsewhere, 'deliver')).toBe('forbidden');
    const inside = limitedMember(made.owner, permissions, [made.productId]);
    expect(await attempt(inside, 'deliver')).toBe('invalid');
  });

  it('sees records of its products only, and none without the permission to read', async () => {
    const seen = async (actor: Actor) => (await listSupervisions(actor, {})).rows.length;
    expect(await seen(limitedMember(made.owner, permissions, [made.productId]))).toBe(1);
    expect(await seen(limitedMember(made.owner, permissions, ['pd_other']))).toBe(0);
    expect(await seen(limitedMember(made.owner, []))).toBe(0);
    const elsewhere = limitedMember(made.owner, permissions, ['pd_other']);
    expect(await getSupervision(elsewhere, made.id)).toBeUndefined();
  });
});

describe('of two at once', () => {
  it('one acceptance wins, and the money moves once', async () => {
    const own = await makeSupervised({ price: 200_000n });
    await handIn(own);
    const tries = await Promise.all([
      codeOf(acceptDelivery(own.buyer, own.id)),
      codeOf(acceptDelivery(own.buyer, own.id)),
      codeOf(rejectDelivery(own.buyer, own.id, { reason: '不要' })),
    ]);
    expect(tries.filter((result) => result === 'done')).toHaveLength(1);
    expect(tries.filter((result) => result === 'wrongState')).toHaveLength(2);
    const [row] = await getDatabase()
      .select()
      .from(supervisions)
      .where(eq(supervisions.id, own.id));
    const opened = await getDatabase()
      .select()
      .from(instances)
      .where(eq(instances.orderId, own.orderId));
    const paid = await withActor(system('test'), ({ tx }) =>
      derivedBalance(tx, payableTo(own.owner.merchantId)),
    );
    expect(opened).toHaveLength(row?.state === 'done' ? 1 : 0);
    expect(paid > 0n).toBe(row?.state === 'done');
  });

  it('one delivery wins, and there is one round', async () => {
    const own = await makeSupervised();
    const inputs = [await deliveryInput(own.owner), await deliveryInput(own.owner)];
    const tries = await Promise.all(
      inputs.map((input) => codeOf(deliver(own.owner, own.id, input))),
    );
    expect(tries.sort()).toEqual(['done', 'wrongState']);
    const detail = await getSupervision(own.owner, own.id);
    expect(detail?.rounds).toHaveLength(1);
  });

  it('who looked at an older version is told', async () => {
    const own = await makeSupervised({ requirementStep: true });
    const [row] = await getDatabase()
      .select()
      .from(supervisions)
      .where(eq(supervisions.id, own.id));
    await agreeRequirement(own);
    const late = deliver(own.owner, own.id, await deliveryInput(own.owner), {
      version: row?.version,
    });
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      detail: { params: { state: 'delivery' } },
    });
  });
});

describe('what strangers see', () => {
  it('is nothing in any query', async () => {
    for (const actor of Object.values(strangers)) {
      expect((await listSupervisions(actor, {})).rows).toEqual([]);
      expect(await countSupervisions(actor, {})).toBe(0);
      expect(await getSupervision(actor, made.id)).toBeUndefined();
      expect((await listInstances(actor, {})).rows).toEqual([]);
      expect(await listStream(actor, `order:${made.orderId}`)).toEqual([]);
    }
  });

  it('is nothing of a purchased service either, which is its buyer’s', async () => {
    const own = await makeSupervised();
    await handIn(own);
    await acceptDelivery(own.buyer, own.id);
    const [row] = (await listInstances(own.buyer, {})).rows;
    expect(row?.orderId).toBe(own.orderId);
    expect(await getInstance(own.buyer, row?.id ?? '')).toMatchObject({ row: { id: row?.id } });
    for (const actor of [...Object.values(strangers), own.owner]) {
      expect(await getInstance(actor, row?.id ?? '')).toBeUndefined();
    }
  });
});

describe('files of a record', () => {
  it('are read by both sides and operations, and by nobody else', async () => {
    const own = await makeSupervised({ requirementStep: true });
    await agreeRequirement(own);
    await handIn(own);
    const documents = await getDatabase()
      .select()
      .from(supervisionDocuments)
      .where(eq(supervisionDocuments.supervisionId, own.id));
    expect(documents).toHaveLength(6);
    const operator = await createOperator('arbiter');
    for (const { fileId, name } of documents) {
      for (const reader of [own.buyer, own.owner, operator]) {
        expect((await findDownload([reader], fileId))?.name).toBe(name);
      }
      for (const stranger of Object.values(strangers)) {
        expect(await findDownload([stranger], fileId)).toBeUndefined();
      }
    }
  });

  it('include the templates, for the buyer of this order', async () => {
    const own = await makeSupervised({ requirementStep: true });
    const detail = await getSupervision(own.buyer, own.id);
    const ids = [detail?.row.requirementTemplateFileId, detail?.row.deliveryTemplateFileId];
    expect(ids.every(Boolean)).toBe(true);
    for (const id of ids) {
      expect(await findDownload([own.buyer], id ?? '')).toBeDefined();
      expect(await findDownload([strangers['another buyer'] as Actor], id ?? '')).toBeUndefined();
    }
  });

  it('must be the own ones of who hands them in, and made for the field', async () => {
    const own = await makeSupervised();
    const theirs = await requirementFile(own.buyer);
    const foreign = { sow: [theirs], acceptanceDocument: [await deliveryFile(own.owner)] };
    await expect(deliver(own.owner, own.id, { documents: foreign })).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { 'documents.sow': { key: 'file.error.missing' } } },
    });
    const wrong = await deliveryFile(own.owner, '截图.png', 'deliveryScreenshot');
    const other = { sow: [wrong], acceptanceDocument: [await deliveryFile(own.owner)] };
    await expect(deliver(own.owner, own.id, { documents: other })).rejects.toMatchObject({
      detail: { fields: { 'documents.sow': { key: 'file.error.otherPurpose' } } },
    });
    expect((await getSupervision(own.owner, own.id))?.rounds).toEqual([]);
  });
});
