import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { agreementSignatures, agreements, evidence } from '@/db/schema';
import type { AgreementKind } from '@/db/schema/agreement';
import { seedAgreements } from '@/db/seed/agreement';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { addAgreementVersion, signCooperation } from './commands';
import { agreementHash } from './hash';
import {
  currentAgreement,
  getCurrentAgreement,
  getSignature,
  getUnsignedCooperation,
  listAgreements,
  listMerchantSignatures,
  listSignatures,
} from './queries';
import { documentOf, sign } from './sign';

const admin: Actor = { kind: 'operator', accountId: 'ac_admin', roles: ['admin'] };
const reviewer: Actor = { kind: 'operator', accountId: 'ac_reviewer', roles: ['reviewer'] };
const buyer = (accountId: string): Actor => ({ kind: 'buyer', accountId });
const owner = (merchantId: string): Actor => ({
  kind: 'member',
  accountId: `ac_of_${merchantId}`,
  merchantId,
  memberId: `mb_of_${merchantId}`,
  owner: true,
  permissions: [],
  products: null,
  origin: { ip: '203.0.113.9', userAgent: 'Test' },
});

const text = (kind: AgreementKind, extra: object = {}) => ({
  kind,
  title: { 'zh-CN': '合作协议', en: 'Cooperation' },
  body: { 'zh-CN': '## 一\n\n正文', en: '## 1\n\nText' },
  summary: { 'zh-CN': '调整', en: 'Adjusted' },
  ...extra,
});

const inForce = (kind: AgreementKind) =>
  withActor(system('test'), ({ tx, now }) => currentAgreement(tx, kind, now));

beforeAll(seedAgreements);

describe('agreements', () => {
  it('come with a new installation in both languages, once', async () => {
    await seedAgreements();
    const rows = await getDatabase().select().from(agreements).where(eq(agreements.version, 1));
    expect(rows.map((row) => row.kind).sort()).toEqual([
      'cooperation',
      'productService',
      'registration',
    ]);
    for (const row of rows) {
      expect(row.title['zh-CN']).toMatch(/协议/);
      expect(row.body.en.length).toBeGreaterThan(500);
      expect(row.sha256).toBe(agreementHash(row));
    }
  });

  it('hold from their effective date on, and are announced before it', async () => {
    const before = await inForce('registration');
    const later = await addAgreementVersion(
      admin,
      text('registration', { effectiveFrom: '2099-01-01' }),
    );
    expect(later.effectiveFrom.toISOString()).toBe('2098-12-31T16:00:00.000Z');
    expect((await inForce('registration'))?.id).toBe(before?.id);
    const then = await withActor(system('test'), ({ tx }) =>
      currentAgreement(tx, 'registration', new Date('2099-06-01')),
    );
    expect(then?.id).toBe(later.id);
    const listed = await listAgreements(reviewer);
    expect(listed.find((row) => row.id === later.id)?.standing).toBe('announced');
    expect(listed.find((row) => row.id === before?.id)?.standing).toBe('current');
  });

  it('are refused with a date in the past or that is none, and without a title', async () => {
    const complaint = async (effectiveFrom: string) =>
      addAgreementVersion(admin, text('registration', { effectiveFrom })).catch(
        (error) => error.detail?.fields?.effectiveFrom?.key,
      );
    expect(await complaint('2020-01-01')).toBe('agreement.error.add.inThePast');
    expect(await complaint('2099-02-30')).toBe('agreement.error.add.notAMoment');
    await expect(
      addAgreementVersion(admin, text('registration', { title: { 'zh-CN': ' ', en: 'x' } })),
    ).rejects.toMatchObject({ code: 'invalid', detail: { fields: { 'title.zh-CN': {} } } });
  });

  it('announced by mistake are overtaken by a newer version', async () => {
    const wrong = await addAgreementVersion(
      admin,
      text('productService', { effectiveFrom: '2098-01-01' }),
    );
    const right = await addAgreementVersion(admin, text('productService'));
    const listed = await listAgreements(reviewer);
    expect(listed.find((row) => row.id === wrong.id)?.standing).toBe('overtaken');
    const then = await withActor(system('test'), ({ tx }) =>
      currentAgreement(tx, 'productService', new Date('2099-01-01')),
    );
    expect(then?.id).toBe(right.id);
  });

  it('are added by administrators only', async () => {
    for (const actor of [reviewer, buyer('ac_1'), owner('mc_1')]) {
      await expect(addAgreementVersion(actor, text('cooperation'))).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await listAgreements(buyer('ac_1'))).toEqual([]);
  });

  it('cannot be changed or taken back by the application, not even by its own role', async () => {
    const attempt = (
      run: (tx: Parameters<Parameters<typeof withActor>[1]>[0]['tx']) => Promise<unknown>,
    ) =>
      withActor(system('test'), ({ tx }) => run(tx)).then(
        () => 'changed',
        (error) => String(error.cause?.message ?? error),
      );
    expect(await attempt((tx) => tx.update(agreements).set({ version: 99 }))).toMatch(/permission/);
    expect(await attempt((tx) => tx.delete(agreementSignatures))).toMatch(/permission/);
  });
});

describe('signatures', () => {
  it('keep signer, time, address, version and hash of the text, and leave evidence', async () => {
    const current = await inForce('cooperation');
    if (!current) throw new Error('no agreement');
    await signCooperation(owner('mc_2'), { agreementId: current.id, agreed: 'on' });
    const { rows } = await listSignatures(owner('mc_2'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      agreementId: current.id,
      version: current.version,
      sha256: current.sha256,
      accountId: 'ac_of_mc_2',
      ip: '203.0.113.9',
      party: 'merchant',
    });
    const [line] = await getDatabase()
      .select()
      .from(evidence)
      .where(eq(evidence.stream, 'merchant:mc_2'));
    expect(line).toMatchObject({ noun: 'agreement', event: 'sign', merchantId: 'mc_2' });
  });

  it('are made once, however often the form is sent', async () => {
    const current = await inForce('cooperation');
    const send = () => signCooperation(owner('mc_3'), { agreementId: current?.id, agreed: 'on' });
    await Promise.all([send(), send(), send()]);
    expect((await listSignatures(owner('mc_3'))).rows).toHaveLength(1);
    expect(await getUnsignedCooperation(owner('mc_3'))).toBeUndefined();
  });

  it('are asked for again when a new version takes effect, and the old one is refused then', async () => {
    const old = await inForce('cooperation');
    await signCooperation(owner('mc_4'), { agreementId: old?.id, agreed: 'on' });
    const fresh = await addAgreementVersion(admin, text('cooperation'));
    expect((await getUnsignedCooperation(owner('mc_4')))?.id).toBe(fresh.id);
    await expect(
      signCooperation(owner('mc_4'), { agreementId: old?.id, agreed: 'on' }),
    ).rejects.toMatchObject({ detail: { key: 'agreement.error.sign.notCurrent' } });
    await expect(signCooperation(owner('mc_4'), { agreementId: fresh.id })).rejects.toMatchObject({
      detail: { fields: { agreed: { key: 'agreement.error.sign.notAgreed' } } },
    });
  });

  it('are the owner’s to give, and only their own side sees them', async () => {
    const current = await inForce('cooperation');
    const member: Actor = {
      ...owner('mc_5'),
      owner: false,
      permissions: ['agreement.read'],
    } as Actor;
    await expect(
      signCooperation(member, { agreementId: current?.id, agreed: 'on' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await signCooperation(owner('mc_5'), { agreementId: current?.id, agreed: 'on' });
    const [mine] = (await listSignatures(owner('mc_5'))).rows;
    expect((await listSignatures(owner('mc_6'))).rows).toEqual([]);
    expect((await listSignatures(buyer('ac_of_mc_5'))).rows).toEqual([]);
    await expect(getSignature(owner('mc_6'), mine?.id ?? '')).rejects.toMatchObject({
      code: 'notFound',
    });
    expect((await getSignature(member, mine?.id ?? '')).agreement?.id).toBe(current?.id);
    expect((await listMerchantSignatures(reviewer, 'mc_5')).rows).toHaveLength(1);
    expect((await listMerchantSignatures(buyer('ac_1'), 'mc_5')).rows).toEqual([]);
    expect(await getCurrentAgreement({ kind: 'visitor' }, 'registration')).toBeDefined();
  });

  it('of a product’s own agreement belong to the customer, with the file’s hash', async () => {
    const template = await inForce('productService');
    if (!template) throw new Error('no template');
    await withActor(system('checkout'), ({ tx, now }) =>
      sign(tx, {
        document: {
          ...documentOf(template),
          agreementId: null,
          fileId: 'fl_1',
          sha256: 'f'.repeat(64),
        },
        party: 'buyer',
        accountId: 'ac_7',
        merchantId: 'mc_7',
        subject: { noun: 'product', id: 'pd_7' },
        at: now,
      }),
    );
    const [mine] = (await listSignatures(buyer('ac_7'))).rows;
    expect(mine).toMatchObject({ fileId: 'fl_1', sha256: 'f'.repeat(64), subjectId: 'pd_7' });
    expect((await listSignatures(owner('mc_7'))).rows).toEqual([]);
  });
});
