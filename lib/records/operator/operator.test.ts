import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, evidence, operators, sessions } from '@/db/schema';
import type { Actor, OperatorRole } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { createAccount, createMerchant } from '@/lib/testing/actors';
import { addOperator, changeRoles, setOperatorDisabled } from './commands';
import { getOperator, listOperators } from './queries';

let admin: Actor & { kind: 'operator'; id: string };

async function staff(...roles: OperatorRole[]) {
  const accountId = await createAccount();
  const id = newId('operator');
  await getDatabase().insert(operators).values({ id, accountId, roles, createdAt: new Date() });
  return { kind: 'operator' as const, accountId, roles, id };
}

beforeEach(async () => {
  await getDatabase().delete(operators);
  admin = await staff('admin');
});

const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.detail?.key ?? error.detail?.fields ?? error.code,
  );
const emailOf = async (id: string) =>
  (await getDatabase().select().from(accounts).where(eq(accounts.id, id)))[0]?.email;

describe('the staff list', () => {
  it('takes on an account with a confirmed e-mail, once, with at least one role', async () => {
    const accountId = await createAccount();
    const email = await emailOf(accountId);
    expect(await complaint(addOperator(admin, { email, roles: [] }))).toMatchObject({
      roles: { key: 'operator.error.noRole' },
    });
    expect(await complaint(addOperator(admin, { email, roles: 'owner' }))).toMatchObject({
      'roles.0': {},
    });
    const { id } = await addOperator(admin, { email, roles: ['finance', 'finance'] });
    expect(await getOperator(admin, id)).toMatchObject({ accountId, roles: ['finance'] });
    expect(await complaint(addOperator(admin, { email, roles: 'finance' }))).toEqual({
      email: { key: 'operator.error.already' },
    });
    const unverified = await createAccount({ emailVerifiedAt: null });
    for (const address of [await emailOf(unverified), 'nobody@example.test']) {
      expect(await complaint(addOperator(admin, { email: address, roles: 'admin' }))).toEqual({
        email: { key: 'operator.error.noAccount' },
      });
    }
    const [line] = await getDatabase().select().from(evidence).where(eq(evidence.subjectId, id));
    expect(line).toMatchObject({ event: 'add', stream: `operator:${id}` });
  });

  it('keeps its last administrator, also when two are dismissed at once', async () => {
    expect(await complaint(setOperatorDisabled(admin, admin.id, true))).toBe(
      'operator.error.lastAdmin',
    );
    expect(await complaint(changeRoles(admin, admin.id, { roles: 'finance' }))).toBe(
      'operator.error.lastAdmin',
    );
    const second = await staff('admin');
    const results = await Promise.all([
      complaint(setOperatorDisabled(admin, second.id, true)),
      complaint(changeRoles(second, admin.id, { roles: 'reviewer' })),
    ]);
    expect(results.sort()).toEqual(['done', 'operator.error.lastAdmin']);
  });

  it('ends the sessions of somebody who is disabled at once', async () => {
    const other = await staff('reviewer');
    const id = newId('session');
    const now = new Date();
    await getDatabase()
      .insert(sessions)
      .values({
        id,
        accountId: other.accountId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      });
    await setOperatorDisabled(admin, other.id, true);
    const [session] = await getDatabase().select().from(sessions).where(eq(sessions.id, id));
    expect(session?.revokedAt).toBeInstanceOf(Date);
    expect((await listOperators(admin, { state: 'disabled' })).rows.map((row) => row.id)).toEqual([
      other.id,
    ]);
    await setOperatorDisabled(admin, other.id, false);
    expect((await getOperator(admin, other.id)).disabledAt).toBeNull();
  });

  it('tells the second of two editors that the roles changed meanwhile', async () => {
    const other = await staff('reviewer');
    const { version } = await getOperator(admin, other.id);
    await changeRoles(admin, other.id, { roles: ['reviewer', 'finance'] }, { version });
    expect(await complaint(changeRoles(admin, other.id, { roles: ['arbiter'] }, { version }))).toBe(
      'stale',
    );
  });

  it('is for administrators alone', async () => {
    const { owner } = await createMerchant();
    const strangers: Actor[] = [
      { kind: 'visitor' },
      { kind: 'buyer', accountId: admin.accountId },
      owner,
      await staff('reviewer'),
      await staff('finance', 'arbiter'),
    ];
    for (const actor of strangers) {
      expect((await listOperators(actor)).rows).toEqual([]);
      expect(await complaint(getOperator(actor, admin.id))).toBe('notFound');
      expect(await complaint(setOperatorDisabled(actor, admin.id, true))).toBe('forbidden');
      const email = await emailOf(owner.accountId);
      expect(await complaint(addOperator(actor, { email, roles: 'admin' }))).toBe('forbidden');
    }
  });
});
