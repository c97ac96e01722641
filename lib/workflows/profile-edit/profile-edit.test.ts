import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, drafts, evidence, merchantCards, merchants, outbox } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { expandNotice } from '@/lib/notify/expand';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { FORM, uploadPicture } from '@/lib/workflows/onboarding/testing';
import {
  approveProfileEdit,
  discardProfileEdit,
  openProfileEdit,
  rejectProfileEdit,
  resubmitProfileEdit,
  saveProfileEdit,
  submitProfileEdit,
  withdrawProfileEdit,
} from './commands';
import { findProfileEditForm, getOwnProfileEdit, getProfileEdit } from './queries';

const database = () => getDatabase();
/** The live files stay: they need not be uploaded again. */
const CHANGED = {
  ...FORM,
  logoFileId: 'fl_none',
  licenceFileId: 'fl_none',
  serviceEmail: 'care@lanhai.example',
  introduction: `${FORM.introduction}新增。`,
};
const merchantOf = async (id: string) =>
  (await database().select().from(merchants).where(eq(merchants.id, id)))[0];

/** A merchant whose owner's real name and the merchant's credit code are the same company. */
async function company() {
  const { merchantId, owner } = await createMerchant({ name: '云途数据科技有限公司' });
  await realName(owner, '云途数据科技有限公司', merchantId);
  return { merchantId, owner, reviewer: await createOperator('reviewer') };
}

const realName = (owner: Member, name: string, creditCode: string) =>
  database()
    .update(accounts)
    .set({ realName: name, creditCode, realNameKind: 'enterprise', realNameAt: new Date() })
    .where(eq(accounts.id, owner.accountId));

async function pending() {
  const made = await company();
  const { id } = await openProfileEdit(made.owner);
  await submitProfileEdit(made.owner, id, CHANGED);
  return { ...made, id };
}

describe('an edit of the merchant’s information', () => {
  it('starts from what is live and goes live only when approved, card and all', async () => {
    const { owner, merchantId, id, reviewer } = await pending();
    expect((await merchantOf(merchantId))?.profile.serviceEmail).toBe('service@example.test');
    const { edit } = await getProfileEdit(reviewer, id);
    expect(edit.live?.profile.serviceEmail).toBe('service@example.test');
    expect(edit.proposed?.profile.serviceEmail).toBe('care@lanhai.example');
    await approveProfileEdit(reviewer, id, {});
    const merchant = await merchantOf(merchantId);
    expect(merchant?.profile.serviceEmail).toBe('care@lanhai.example');
    const [card] = await database()
      .select()
      .from(merchantCards)
      .where(eq(merchantCards.merchantId, merchantId));
    expect(card).toMatchObject({ serviceEmail: 'care@lanhai.example', website: FORM.website });
    const trail = await database()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, `merchant:${merchantId}`));
    expect(trail.map((line) => line.event)).toEqual(['open', 'submit', 'approve']);
    expect((await getOwnProfileEdit(owner))?.state).toBe('approved');
  });

  it('keeps the live data when it is rejected, withdrawn or discarded', async () => {
    const { owner, merchantId, id, reviewer } = await pending();
    await rejectProfileEdit(reviewer, id, {
      reasons: [{ field: 'serviceEmail', text: '无法送达' }],
    });
    await resubmitProfileEdit(owner, id, CHANGED);
    await withdrawProfileEdit(owner, id);
    await discardProfileEdit(owner, id);
    expect((await merchantOf(merchantId))?.profile.serviceEmail).toBe('service@example.test');
    expect(await database().select().from(drafts).where(eq(drafts.subjectId, id))).toEqual([]);
    expect((await openProfileEdit(owner)).state).toBe('editing');
  });

  it('is one at a time, also for two members at once', async () => {
    const { owner } = await company();
    const colleague = limitedMember(owner, ['profileEdit.submit']);
    const results = await Promise.allSettled([openProfileEdit(owner), openProfileEdit(colleague)]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
      detail: { key: 'profileEdit.error.open.alreadyOpen' },
    });
  });

  it('is refused when nothing differs, and field by field when something is wrong', async () => {
    const { owner, reviewer, id } = await pending();
    await approveProfileEdit(reviewer, id, {});
    const again = await openProfileEdit(owner);
    await expect(submitProfileEdit(owner, again.id, CHANGED)).rejects.toMatchObject({
      detail: { key: 'profileEdit.error.submit.nothingChanged' },
    });
    await expect(
      submitProfileEdit(owner, again.id, { ...CHANGED, servicePhone: '1', registeredCapital: '3' }),
    ).rejects.toMatchObject({
      detail: {
        fields: { servicePhone: {}, registeredCapital: { key: 'merchant.error.profile.capital' } },
      },
    });
  });

  it('keeps the unfinished form, and tells a second window', async () => {
    const { owner } = await company();
    const edit = await openProfileEdit(owner);
    const saved = await saveProfileEdit(
      owner,
      edit.id,
      { website: 'https://new.example' },
      { version: 1 },
    );
    await expect(
      saveProfileEdit(owner, edit.id, { website: 'https://old.example' }, { version: 1 }),
    ).rejects.toMatchObject({ code: 'stale' });
    const form = await findProfileEditForm(owner);
    expect(form?.draft).toEqual({ website: 'https://new.example' });
    expect(form?.edit.version).toBe(saved.version);
  });

  it('renames the company after its real name was verified anew and with the renamed licence', async () => {
    const { owner, merchantId, reviewer, id: first } = await pending();
    await approveProfileEdit(reviewer, first, {});
    await realName(owner, '云途数据科技股份有限公司', merchantId);
    const { id } = await openProfileEdit(owner);
    expect((await findProfileEditForm(owner))?.name).toBe('云途数据科技股份有限公司');
    await expect(submitProfileEdit(owner, id, CHANGED)).rejects.toMatchObject({
      detail: { fields: { licenceFileId: { key: 'profileEdit.error.submit.licenceUnchanged' } } },
    });
    const licenceFileId = await uploadPicture(owner, 'businessLicence');
    await submitProfileEdit(owner, id, { ...CHANGED, licenceFileId });
    expect((await merchantOf(merchantId))?.name).toBe('云途数据科技有限公司');
    await approveProfileEdit(reviewer, id, {});
    expect((await merchantOf(merchantId))?.name).toBe('云途数据科技股份有限公司');
  });

  it('is not approved when the name changed again meanwhile', async () => {
    const { owner, merchantId, reviewer, id } = await pending();
    await realName(owner, '再次更名有限公司', merchantId);
    await expect(approveProfileEdit(reviewer, id, {})).rejects.toMatchObject({
      detail: { key: 'profileEdit.error.approve.nameChanged' },
    });
  });

  it('never makes the merchant another legal entity', async () => {
    const { owner, reviewer, id } = await pending();
    await realName(owner, '另一家公司', 'ANOTHERENTITY00001');
    await expect(approveProfileEdit(reviewer, id, {})).rejects.toMatchObject({
      detail: { key: 'profileEdit.error.approve.legalEntityChanged' },
    });
    await withdrawProfileEdit(owner, id);
    await expect(submitProfileEdit(owner, id, CHANGED)).rejects.toMatchObject({
      detail: { key: 'profileEdit.error.submit.legalEntityChanged' },
    });
    await discardProfileEdit(owner, id);
    await expect(openProfileEdit(owner)).rejects.toMatchObject({
      detail: { key: 'profileEdit.error.open.legalEntityChanged' },
    });
  });

  it('is decided once of two reviewers at once, and a withdrawal beside it happens or does not', async () => {
    const { owner, id, reviewer } = await pending();
    const results = await Promise.allSettled([
      approveProfileEdit(reviewer, id, {}),
      approveProfileEdit(await createOperator('reviewer'), id, {}),
      withdrawProfileEdit(owner, id),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('is seen and decided by those it concerns only', async () => {
    const { owner, id } = await pending();
    const { owner: stranger } = await createMerchant();
    await expect(withdrawProfileEdit(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getProfileEdit(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getProfileEdit(await createBuyer(), id)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(findProfileEditForm(limitedMember(owner, []))).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(openProfileEdit(limitedMember(owner, ['profileEdit.read']))).rejects.toMatchObject(
      {
        code: 'forbidden',
      },
    );
    for (const actor of [owner, await createOperator('finance'), await createOperator('admin')])
      await expect(approveProfileEdit(actor, id, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      approveProfileEdit(
        await createOperator('reviewer'),
        (await openProfileEdit(stranger)).id,
        {},
      ),
    ).rejects.toMatchObject({ code: 'wrongState' });
  });

  it('is answered by mail to the customer-service mailbox, SMS to the business contact and on the site', async () => {
    const { id, reviewer, owner } = await pending();
    await rejectProfileEdit(reviewer, id, { reasons: [{ field: 'logoFileId', text: '模糊' }] });
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    const told: string[] = [];
    for (const notice of notices.filter(({ event }) => event === 'reject')) {
      await expandNotice(notice.id);
      const rows = await database().query.messages.findMany({
        where: (table, { eq: same }) => same(table.outboxId, notice.id),
      });
      told.push(...rows.map((row) => `${row.channel} ${row.address}`));
    }
    expect(told.sort()).toEqual([
      'mail service@example.test',
      `site ${owner.accountId}`,
      'sms 13900000000',
    ]);
  });
});
