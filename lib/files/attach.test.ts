import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase, type Tx } from '@/db/client';
import { fileGrants, files } from '@/db/schema';
import { type Actor, type Member, system, VISITOR } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { storage } from '@/lib/storage/current';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { attachFiles, detachFiles } from './attach';
import { originalKey } from './content';
import { expireFiles } from './expire';
import { findDownload, getFiles, uploadRule } from './queries';
import { receiveFile } from './receive';
import { makePdf } from './samples/pdf';

let buyer: Actor & { kind: 'buyer' };
let stranger: Actor & { kind: 'buyer' };
let owner: Member;
let rival: Member;
let operator: Actor;
beforeAll(async () => {
  buyer = await createBuyer();
  stranger = await createBuyer();
  owner = (await createMerchant()).owner;
  rival = (await createMerchant()).owner;
  operator = await createOperator('reviewer');
});

let made = 0;
async function upload(
  actor: Actor,
  purpose: 'serviceAgreement' | 'requirementAttachment' = 'serviceAgreement',
) {
  made += 1;
  const content = await makePdf(`第 ${made} 份`, ['内容']);
  return receiveFile(actor, { purpose, name: `第 ${made} 份.pdf`, body: Readable.from([content]) });
}
const asEngine = <T>(run: (tx: Tx) => Promise<T>) => withActor(system('test'), ({ tx }) => run(tx));
const sees = async (actor: Actor, id: string) => (await findDownload([actor], id)) !== undefined;

describe('who may read a file', () => {
  test('before it is attached: its owner and the house, nobody else', async () => {
    const { id } = await upload(owner);
    expect(await sees(owner, id)).toBe(true);
    expect(await sees(limitedMember(owner, []), id)).toBe(true);
    expect(await sees(operator, id)).toBe(true);
    for (const actor of [rival, buyer, stranger, VISITOR])
      expect(await sees(actor, id)).toBe(false);
  });

  test('a person who left the merchant has no way to the files uploaded for it', async () => {
    const { id } = await upload(owner);
    expect(await sees({ kind: 'buyer', accountId: owner.accountId }, id)).toBe(false);
  });

  test('granted: the merchant, the buyer, or everyone, and no more', async () => {
    const mine = await upload(buyer, 'requirementAttachment');
    const attachment = { ids: [mine.id], purpose: 'requirementAttachment', actor: buyer } as const;
    await asEngine((tx) =>
      attachFiles(tx, { ...attachment, grants: [{ merchantId: owner.merchantId }] }),
    );
    expect(await sees(owner, mine.id)).toBe(true);
    expect(await sees(rival, mine.id)).toBe(false);
    expect(await sees(stranger, mine.id)).toBe(false);
    const shown = await upload(owner);
    const show = { ids: [shown.id], purpose: 'serviceAgreement', actor: owner } as const;
    await asEngine((tx) => attachFiles(tx, { ...show, grants: [{ buyerId: stranger.accountId }] }));
    expect(await sees(stranger, shown.id)).toBe(true);
    expect(await sees(buyer, shown.id)).toBe(false);
    await asEngine((tx) =>
      attachFiles(tx, { ...show, grants: ['public', { buyerId: stranger.accountId }] }),
    );
    expect(await sees(VISITOR, shown.id)).toBe(true);
    expect(
      await getDatabase().select().from(fileGrants).where(eq(fileGrants.fileId, shown.id)),
    ).toHaveLength(2);
  });

  test('the second fence alone keeps a stranger from changing a file or granting it to itself', async () => {
    const { id } = await upload(owner);
    await withActor(rival, async ({ tx }) => {
      expect(
        await tx.update(files).set({ state: 'attached' }).where(eq(files.id, id)).returning(),
      ).toEqual([]);
    });
    const grant = {
      id: 'fg_forged',
      fileId: id,
      merchantId: rival.merchantId,
      createdAt: new Date(),
    };
    const forge = (values: object) =>
      withActor(rival, ({ tx }) => tx.insert(fileGrants).values({ ...grant, ...values }));
    await expect(forge({ ownerMerchantId: owner.merchantId })).rejects.toThrow();
    await expect(forge({ ownerMerchantId: rival.merchantId })).rejects.toThrow();
    await expect(forge({ ownerAccountId: rival.accountId })).rejects.toThrow();
    expect(await sees(rival, id)).toBe(false);
  });
});

describe('attaching', () => {
  test('takes only what is the actor’s own and made for the field, and says which field is wrong', async () => {
    const theirs = await upload(rival);
    const mine = await upload(owner);
    const attach = (
      ids: string[],
      purpose: 'serviceAgreement' | 'usageGuide' = 'serviceAgreement',
    ) =>
      asEngine((tx) =>
        attachFiles(tx, { ids, purpose, actor: owner, field: 'documents.agreement' }),
      );
    const complaint = (key: string) => ({
      code: 'invalid',
      detail: { fields: { 'documents.agreement': { key } } },
    });
    await expect(attach([theirs.id])).rejects.toMatchObject(complaint('file.error.missing'));
    await expect(attach([mine.id, 'fl_nothing'])).rejects.toMatchObject(
      complaint('file.error.missing'),
    );
    await expect(attach([mine.id], 'usageGuide')).rejects.toMatchObject(
      complaint('file.error.otherPurpose'),
    );
    expect(await attach([mine.id, '', mine.id])).toMatchObject([
      { id: mine.id, sha256: mine.sha256 },
    ]);
    expect(await attach([])).toEqual([]);
  });

  test('works under the owner’s own fence too, for drafts', async () => {
    const { id } = await upload(owner);
    await withActor(owner, ({ tx }) =>
      attachFiles(tx, {
        ids: [id],
        purpose: 'serviceAgreement',
        actor: owner,
        grants: ['public'],
        user: 'draft:1',
      }),
    );
    expect(await sees(VISITOR, id)).toBe(true);
  });

  test('summaries come for what the reader may see', async () => {
    const [mine, theirs] = [await upload(owner), await upload(rival)];
    const found = await withActor(owner, ({ tx }) => getFiles(tx, [mine.id, theirs.id, null]));
    expect([...found.keys()]).toEqual([mine.id]);
    expect(found.get(mine.id)).toMatchObject({ url: `/api/files/${mine.id}`, name: mine.name });
  });
});

describe('files that nobody uses', () => {
  const age = (id: string, hours: number) =>
    getDatabase()
      .update(files)
      .set({ updatedAt: new Date(Date.now() - hours * 3_600_000) })
      .where(eq(files.id, id));

  test('go away after the hours that the settings give, bytes and all', async () => {
    const [old, fresh, used] = [await upload(owner), await upload(owner), await upload(owner)];
    await asEngine((tx) =>
      attachFiles(tx, { ids: [used.id], purpose: 'serviceAgreement', actor: owner }),
    );
    for (const { id } of [old, used]) await age(id, 100);
    expect(await expireFiles()).toEqual({ done: 1, more: false });
    expect(await (await storage()).stat(originalKey(old.sha256))).toBeUndefined();
    for (const { id, sha256 } of [fresh, used]) {
      expect(await sees(owner, id)).toBe(true);
      expect(await (await storage()).stat(originalKey(sha256))).toBeDefined();
    }
    expect(await sees(owner, old.id)).toBe(false);
  });

  test('keep the bytes that another file shares', async () => {
    const content = await makePdf('共用', ['内容']);
    const send = () =>
      receiveFile(owner, {
        purpose: 'serviceAgreement',
        name: 'a.pdf',
        body: Readable.from([content]),
      });
    const [one, two] = [await send(), await send()];
    await age(one.id, 100);
    await expireFiles();
    expect(await sees(owner, one.id)).toBe(false);
    expect(await (await storage()).stat(originalKey(two.sha256))).toBeDefined();
  });

  test('count from when the last user let go; readers go with it', async () => {
    const { id } = await upload(owner);
    const attach = (user: string) =>
      asEngine((tx) =>
        attachFiles(tx, {
          ids: [id],
          purpose: 'serviceAgreement',
          actor: owner,
          grants: ['public'],
          user,
        }),
      );
    await attach('draft:1');
    await attach('product:1');
    await asEngine((tx) => detachFiles(tx, { ids: [id], user: 'draft:1' }));
    expect(await sees(VISITOR, id)).toBe(true);
    await asEngine((tx) => detachFiles(tx, { ids: [id], user: 'product:1' }));
    expect(await sees(VISITOR, id)).toBe(false);
    expect(await expireFiles()).toEqual({ done: 0, more: false });
    await age(id, 100);
    expect(await expireFiles()).toEqual({ done: 1, more: false });
  });

  test('a sweep that was cut off is taken up by the next', async () => {
    const { id, sha256 } = await upload(owner);
    await getDatabase().update(files).set({ state: 'expired' }).where(eq(files.id, id));
    expect(await sees(owner, id)).toBe(false);
    expect((await expireFiles()).done).toBe(1);
    expect(await (await storage()).stat(originalKey(sha256))).toBeUndefined();
  });
});

test('a form can tell what a field takes', async () => {
  expect(await uploadRule(owner, 'productPicture')).toMatchObject({
    extensions: ['jpg', 'jpeg', 'png', 'gif'],
    maxBytes: 5 * 1024 * 1024,
    minWidth: 800,
    ratio: { width: 4, height: 3 },
  });
});
