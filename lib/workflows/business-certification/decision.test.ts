import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { merchants, outbox } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { expandNotice } from '@/lib/notify/expand';
import { createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  businessCertificationWorkflow,
  openCertification,
  passCertification,
  rejectCertification,
  resubmitCertification,
  submitCertification,
  unlockCertification,
  updateCertification,
} from './commands';
import { getCertification, getOwnCertification } from './queries';
import {
  certificationInput,
  certifiedAt,
  dueNow,
  REASON,
  submitted,
  uncertifiedMerchant,
} from './testing';

const database = () => getDatabase();

describe('passing by itself', () => {
  it('happens after some hours when every machine check is right', async () => {
    const made = await uncertifiedMerchant();
    // `createMerchant` gives the merchant its id as credit code.
    const code = 'A'.repeat(18);
    await database()
      .update(merchants)
      .set({ creditCode: code })
      .where(eq(merchants.id, made.merchantId));
    const row = await submitCertification(made.owner, made.id, certificationInput({ taxId: code }));
    expect(row.automatic).toBe(true);
    expect(Math.round((Number(row.dueAt) - Number(row.submittedAt)) / 3_600_000)).toBe(2);
    await dueNow(made.id);
    await fireDueDeadlines([businessCertificationWorkflow]);
    expect((await getOwnCertification(made.owner)).certification?.state).toBe('certified');
    expect(await certifiedAt(made.merchantId)).toBeInstanceOf(Date);
  });

  it('does not happen when a check failed: finance is reminded', async () => {
    const { id, owner, row } = await submitted();
    expect(row.automatic).toBe(false);
    await dueNow(id);
    await fireDueDeadlines([businessCertificationWorkflow]);
    expect((await getOwnCertification(owner)).certification?.state).toBe('certifying');
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(notices.map(({ event }) => event)).toContain('remind');
    await expect(passCertification(system('test'), id, {})).rejects.toMatchObject({
      detail: { key: 'businessCertification.error.pass.notAutomatic' },
    });
  });

  it('does not happen for a changed bank account, because money would follow it', async () => {
    const made = await uncertifiedMerchant();
    const code = 'B'.repeat(18);
    await database()
      .update(merchants)
      .set({ creditCode: code })
      .where(eq(merchants.id, made.merchantId));
    await submitCertification(made.owner, made.id, certificationInput({ taxId: code }));
    await passCertification(await createOperator('finance'), made.id, {});
    const { bank } = certificationInput();
    const same = await updateCertification(
      made.owner,
      made.id,
      certificationInput({ taxId: code, bank: { ...bank, number: '' } }),
    );
    expect(same.automatic).toBe(true);
    await rejectCertification(await createOperator('finance'), made.id, REASON);
    const other = await resubmitCertification(
      made.owner,
      made.id,
      certificationInput({ taxId: code, bank: { ...bank, number: '6222000011112222' } }),
    );
    expect(other.automatic).toBe(false);
  });
});

describe('refusals', () => {
  it('lock the certification at the third, until an operator unlocks it with ticket and note', async () => {
    const { owner, id, finance } = await submitted();
    for (let round = 1; round <= 2; round += 1) {
      expect(await rejectCertification(finance, id, REASON)).toMatchObject({
        state: 'rejected',
        failures: round,
      });
      await resubmitCertification(owner, id, certificationInput());
    }
    const locked = await rejectCertification(finance, id, REASON);
    expect(locked.state).toBe('locked');
    await expect(resubmitCertification(owner, id, certificationInput())).rejects.toMatchObject({
      code: 'wrongState',
    });
    for (const actor of [owner, await createOperator('reviewer')])
      await expect(
        unlockCertification(actor, id, { ticket: 'T-1', note: 'x' }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(unlockCertification(finance, id, { ticket: '', note: '' })).rejects.toMatchObject({
      detail: { fields: { ticket: {}, note: {} } },
    });
    const open = await unlockCertification(finance, id, {
      ticket: 'T-1024',
      note: '已核对开户许可',
    });
    expect(open).toMatchObject({ state: 'rejected', failures: 0, unlocked: { ticket: 'T-1024' } });
    expect((await resubmitCertification(owner, id, certificationInput())).state).toBe('certifying');
  });

  it('of a new certification leave the earlier record in force', async () => {
    const { owner, id, merchantId, finance } = await submitted();
    const first = await passCertification(finance, id, {});
    const updated = await updateCertification(
      owner,
      id,
      certificationInput({ taxpayerKind: 'smallScale', taxRate: '3' }),
    );
    expect(updated.current).toEqual(first.current);
    const refusedRow = await rejectCertification(finance, id, { note: '缺少证明' });
    expect(refusedRow.current).toEqual(first.current);
    expect(await certifiedAt(merchantId)).toBeInstanceOf(Date);
    await resubmitCertification(
      owner,
      id,
      certificationInput({ taxpayerKind: 'smallScale', taxRate: '3' }),
    );
    expect((await passCertification(finance, id, {})).current?.taxRate).toBe(3);
  });

  it('are told by mail and SMS to the finance contact and the customer-service mailbox', async () => {
    const { id, finance, owner } = await submitted();
    await rejectCertification(finance, id, REASON);
    const notices = await database().select().from(outbox).where(eq(outbox.subjectId, id));
    const told: string[] = [];
    let mail = '';
    for (const notice of notices.filter(({ event }) => event === 'reject')) {
      await expandNotice(notice.id);
      const rows = await database().query.messages.findMany({
        where: (table, { eq: same }) => same(table.outboxId, notice.id),
      });
      told.push(...rows.map((row) => `${row.channel} ${row.address}`));
      mail = rows.find((row) => row.channel === 'mail')?.body ?? mail;
    }
    expect(told.sort()).toEqual([
      'mail finance@yunfan.example',
      'mail service@example.test',
      `site ${owner.accountId}`,
      'sms 13800020009',
    ]);
    expect(mail).toContain('银行账号：账号与户名不符');
  });
});

describe('who may', () => {
  it('certify is the merchant’s own member, decide is finance, and a stranger sees nothing', async () => {
    const { owner, id, finance } = await submitted();
    const { owner: stranger } = await createMerchant();
    await expect(getCertification(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(passCertification(stranger, id, {})).rejects.toMatchObject({ code: 'notFound' });
    for (const actor of [owner, await createOperator('reviewer', 'admin', 'arbiter')])
      await expect(passCertification(actor, id, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      openCertification(limitedMember(owner, ['businessCertification.read'])),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      unlockCertification(finance, id, { ticket: 'T', note: 'n' }),
    ).rejects.toMatchObject({
      code: 'wrongState',
    });
    const results = await Promise.allSettled([
      passCertification(finance, id, {}),
      rejectCertification(await createOperator('finance'), id, REASON),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('start it once, of two clicks at once', async () => {
    const { owner } = await uncertifiedMerchant();
    await expect(openCertification(owner)).rejects.toMatchObject({
      detail: { key: 'businessCertification.error.open.alreadyOpen' },
    });
  });
});
