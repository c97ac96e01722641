import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, evidence, identities, reviewItems } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { findDownload } from '@/lib/files/queries';
import { receiveFile } from '@/lib/files/receive';
import { makePdf } from '@/lib/files/samples/pdf';
import { createAccount, createMerchant, createOperator } from '@/lib/testing/actors';
import {
  confirmIdentity,
  rejectIdentity,
  resubmitIdentity,
  submitIdentity,
  withdrawIdentity,
} from './commands';
import { creditCodeCheck } from './credit-code';
import { idNumberCheck } from './id-number';
import { getIdentityCase, getOwnIdentity, listIdentities } from './queries';

type Buyer = Actor & { kind: 'buyer' };
let reviewer: Actor;
let finance: Actor;
let number = 0;

beforeAll(async () => {
  reviewer = await createOperator('reviewer');
  finance = await createOperator('finance');
});

const newcomer = async (): Promise<Buyer> => ({ kind: 'buyer', accountId: await createAccount() });

async function upload(actor: Actor, purpose: 'businessLicence' | 'identityDocument') {
  number += 1;
  const content = await makePdf(`营业执照 ${number}`, ['内容']);
  const body = Readable.from([content]);
  return (await receiveFile(actor, { purpose, name: `营业执照 ${number}.pdf`, body })).id;
}

const newCode = () => {
  number += 1;
  const first = `91330106MA2G${String(number).padStart(5, '0')}`;
  return first + creditCodeCheck(first);
};
const newIdNumber = () => {
  number += 1;
  const first = `33010619900307${String(number).padStart(3, '0')}`;
  return first + idNumberCheck(first);
};

const company = async (actor: Actor, values: object = {}) => ({
  kind: 'enterprise',
  name: '杭州云帆数据技术有限公司',
  creditCode: newCode(),
  legalPerson: '周景行',
  files: { licence: await upload(actor, 'businessLicence') },
  ...values,
});
const person = async (actor: Actor, values: object = {}) => ({
  kind: 'personal',
  name: '林晓舟',
  idNumber: newIdNumber(),
  files: {
    front: await upload(actor, 'identityDocument'),
    back: await upload(actor, 'identityDocument'),
  },
  ...values,
});

const accountOf = async ({ accountId }: Buyer) => {
  const [row] = await getDatabase().select().from(accounts).where(eq(accounts.id, accountId));
  return row;
};
const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.detail?.key ?? error.detail?.fields ?? error.code,
  );

describe('a company', () => {
  it('is confirmed by a reviewer, and only then carries its name and credit code', async () => {
    const actor = await newcomer();
    const form = await company(actor);
    const request = await submitIdentity(actor, form);
    expect(request.state).toBe('pending');
    expect((await accountOf(actor))?.realName).toBeNull();
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, request.id));
    expect(item).toMatchObject({ status: 'open', title: form.name });
    await confirmIdentity(reviewer, request.id, {});
    expect(await accountOf(actor)).toMatchObject({
      realNameKind: 'enterprise',
      realName: form.name,
      creditCode: form.creditCode,
    });
  });

  it('is refused with a wrong check character, a missing licence or another’s file', async () => {
    const actor = await newcomer();
    const other = await newcomer();
    const form = await company(actor);
    const wrong = `${form.creditCode.slice(0, 17)}${form.creditCode[17] === '0' ? '1' : '0'}`;
    expect(await complaint(submitIdentity(actor, { ...form, creditCode: wrong }))).toMatchObject({
      creditCode: { key: 'identity.error.creditCode' },
    });
    expect(await complaint(submitIdentity(actor, { ...form, files: {} }))).toMatchObject({
      'files.licence': { key: 'form.error.required' },
    });
    expect(await complaint(submitIdentity(other, form))).toMatchObject({
      'files.licence': { key: 'file.error.missing' },
    });
    const scan = await upload(actor, 'identityDocument');
    expect(
      await complaint(submitIdentity(actor, { ...form, files: { licence: scan } })),
    ).toMatchObject({ 'files.licence': { key: 'file.error.otherPurpose' } });
    expect((await getOwnIdentity(actor)).request).toBeNull();
  });

  it('renames itself under the same code while the old name stays until approval', async () => {
    const actor = await newcomer();
    const form = await company(actor);
    const first = await submitIdentity(actor, form);
    await confirmIdentity(reviewer, first.id, {});
    const renamed = await company(actor, {
      name: '云帆科技集团有限公司',
      creditCode: form.creditCode,
    });
    const second = await submitIdentity(actor, renamed);
    expect((await accountOf(actor))?.realName).toBe(form.name);
    await rejectIdentity(reviewer, second.id, {
      reasons: [{ field: 'licence', text: '执照不清晰' }],
    });
    expect((await accountOf(actor))?.realName).toBe(form.name);
    const again = await resubmitIdentity(actor, second.id, {
      ...renamed,
      files: { licence: await upload(actor, 'businessLicence') },
    });
    expect(again.round).toBe(2);
    await confirmIdentity(reviewer, second.id, {});
    expect((await accountOf(actor))?.realName).toBe('云帆科技集团有限公司');
    const [old] = await getDatabase().select().from(identities).where(eq(identities.id, first.id));
    expect(old?.state).toBe('superseded');
  });

  it('cannot become another legal entity or a person', async () => {
    const actor = await newcomer();
    const request = await submitIdentity(actor, await company(actor));
    await confirmIdentity(reviewer, request.id, {});
    expect(await complaint(submitIdentity(actor, await company(actor)))).toBe(
      'identity.error.submit.otherEntity',
    );
    expect(await complaint(submitIdentity(actor, await person(actor)))).toBe(
      'identity.error.submit.notBackToPersonal',
    );
  });
});

describe('a person', () => {
  it('is confirmed, may become a company, and its number is kept sealed', async () => {
    const actor = await newcomer();
    const form = await person(actor);
    const request = await submitIdentity(actor, form);
    const [row] = await getDatabase()
      .select()
      .from(identities)
      .where(eq(identities.id, request.id));
    expect(row?.idNumber).not.toContain(form.idNumber);
    expect(row?.idNumberMasked).toBe(
      `${form.idNumber.slice(0, 3)}***********${form.idNumber.slice(-4)}`,
    );
    const lines = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.subjectId, request.id));
    expect(JSON.stringify(lines)).not.toContain(form.idNumber);
    expect(JSON.stringify(await getOwnIdentity(actor))).not.toContain(form.idNumber);
    expect((await getIdentityCase(reviewer, request.id)).idNumber).toBe(form.idNumber);
    expect((await getIdentityCase(finance, request.id)).idNumber).toBeNull();
    await confirmIdentity(reviewer, request.id, {});
    const upgrade = await submitIdentity(actor, await company(actor));
    await confirmIdentity(reviewer, upgrade.id, {});
    expect((await accountOf(actor))?.realNameKind).toBe('enterprise');
  });

  it('cannot become another person', async () => {
    const actor = await newcomer();
    const request = await submitIdentity(actor, await person(actor));
    await confirmIdentity(reviewer, request.id, {});
    expect(await complaint(submitIdentity(actor, await person(actor)))).toBe(
      'identity.error.submit.otherPerson',
    );
  });

  it('is refused for each wrong field with its own sentence', async () => {
    const actor = await newcomer();
    const form = await person(actor);
    expect(await complaint(submitIdentity(actor, { ...form, idNumber: '110101' }))).toMatchObject({
      idNumber: { key: 'identity.error.idNumber' },
    });
    expect(await complaint(submitIdentity(actor, { ...form, name: '<b>' }))).toMatchObject({
      name: { key: 'identity.error.name' },
    });
    expect(
      await complaint(submitIdentity(actor, { ...form, idNumber: '', files: { back: '' } })),
    ).toMatchObject({
      idNumber: { key: 'form.error.required' },
      'files.front': { key: 'form.error.required' },
      'files.back': { key: 'form.error.required' },
    });
  });
});

describe('a request', () => {
  it('is open once at a time, also when it is sent twice at once', async () => {
    const actor = await newcomer();
    const form = await company(actor);
    const results = await Promise.allSettled([
      submitIdentity(actor, form),
      submitIdentity(actor, form),
      submitIdentity(actor, form),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await complaint(submitIdentity(actor, form))).toBe('identity.error.submit.alreadyOpen');
  });

  it('is decided once, by those who may, and with a reason when refused', async () => {
    const actor = await newcomer();
    const request = await submitIdentity(actor, await company(actor));
    const { owner } = await createMerchant();
    for (const stranger of [await newcomer(), owner, { kind: 'visitor' } as Actor]) {
      expect(await complaint(confirmIdentity(stranger, request.id, {}))).toBe('notFound');
      expect(await complaint(withdrawIdentity(stranger, request.id, {}))).toBe('notFound');
    }
    expect(await complaint(confirmIdentity(actor, request.id, {}))).toBe('forbidden');
    expect(await complaint(confirmIdentity(finance, request.id, {}))).toBe('forbidden');
    expect(await complaint(rejectIdentity(reviewer, request.id, {}))).toMatchObject({
      note: { key: 'review.error.noReason' },
    });
    const both = await Promise.allSettled([
      confirmIdentity(reviewer, request.id, {}),
      rejectIdentity(reviewer, request.id, { note: '执照已过期' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is withdrawn by its owner, who may then start over', async () => {
    const actor = await newcomer();
    const request = await submitIdentity(actor, await company(actor));
    await withdrawIdentity(actor, request.id, {});
    expect(await complaint(confirmIdentity(reviewer, request.id, {}))).toBe('wrongState');
    expect((await submitIdentity(actor, await person(actor))).state).toBe('pending');
  });

  it('and its files are seen by its owner and operations, by nobody else', async () => {
    const actor = await newcomer();
    const form = await company(actor);
    const request = await submitIdentity(actor, form);
    const other = await newcomer();
    const { owner } = await createMerchant();
    for (const stranger of [other, owner, { kind: 'visitor' } as Actor]) {
      await expect(getIdentityCase(stranger, request.id)).rejects.toMatchObject({
        code: 'notFound',
      });
      expect((await listIdentities(stranger, {})).rows).toEqual([]);
      expect(await findDownload([stranger], form.files.licence)).toBeUndefined();
    }
    expect((await getOwnIdentity(other)).request).toBeNull();
    expect((await listIdentities(reviewer, { q: form.creditCode })).rows).toHaveLength(1);
    expect(await findDownload([reviewer], form.files.licence)).toBeDefined();
  });
});
