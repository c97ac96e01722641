import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { operators } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { newId } from '@/lib/ids';
import { createAccount, createMerchant } from '@/lib/testing/actors';
import { merchantAudience, operatorAudience } from './audience';

const asSystem = <T>(
  run: (tx: Parameters<Parameters<typeof withActor>[1]>[0]['tx']) => Promise<T>,
) => withActor(system('test'), ({ tx }) => run(tx));

describe('an audience', () => {
  it('of a merchant without receivers is the owner’s own phone and mailbox', async () => {
    const { merchantId, owner } = await createMerchant();
    const receivers = await asSystem((tx) => merchantAudience(tx, merchantId, 'order.paid'));
    expect(receivers).toMatchObject(
      ['site', 'mail', 'sms'].map((channel) => ({
        accountId: owner.accountId,
        merchantId,
        channels: [channel],
      })),
    );
  });

  it('of a role is the staff that holds it and is not disabled', async () => {
    const now = new Date();
    const staff = async (roles: ('finance' | 'reviewer')[], disabledAt: Date | null = null) => {
      const accountId = await createAccount();
      await getDatabase()
        .insert(operators)
        .values({ id: newId('operator'), accountId, roles, createdAt: now, disabledAt });
      return accountId;
    };
    const finance = await staff(['finance', 'reviewer']);
    await staff(['reviewer']);
    await staff(['finance'], now);
    const receivers = await asSystem((tx) => operatorAudience(tx, ['finance']));
    expect(receivers.map(({ accountId }) => accountId)).toEqual([finance]);
  });
});
