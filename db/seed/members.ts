import { and, desc, eq } from 'drizzle-orm';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { acceptInvitation } from '@/lib/records/member/accept';
import { createGroup } from '@/lib/records/member/groups';
import { inviteMember } from '@/lib/records/member/invite';
import { addReceiver } from '@/lib/records/message-receiver/commands';
import { setTypeReceivers } from '@/lib/records/message-receiver/subscribe';
import { verifyReceiver } from '@/lib/records/message-receiver/verify';
import { outbox } from '../schema';
import { asBuyer, asOwner } from './cast';
import { DEMO_PEOPLE } from './people';

/** The secret in the mail that is owed for a subject. */
async function tokenOwed(noun: string, subjectId: string): Promise<string> {
  const [row] = await withActor(system('demo'), ({ tx }) =>
    tx
      .select({ params: outbox.params })
      .from(outbox)
      .where(and(eq(outbox.noun, noun), eq(outbox.subjectId, subjectId)))
      .orderBy(desc(outbox.id))
      .limit(1),
  );
  return String(row?.params.token ?? '');
}

/** The merchant's groups, its member, and somebody on duty who gets its messages. */
export async function seedMembers(): Promise<void> {
  const owner = await asOwner('owner');
  const delivery = await createGroup(owner, {
    name: '交付组',
    permissions: [
      'order.read',
      'product.read',
      'supervision.read',
      'supervision.confirm',
      'supervision.deliver',
      'question.read',
      'question.answer',
    ],
  });
  await createGroup(owner, {
    name: '商品组',
    permissions: [
      'product.read',
      'product.publish',
      'product.modify',
      'productApplication.read',
      'saleRule.read',
    ],
  });
  const email = DEMO_PEOPLE.find(({ key }) => key === 'member')?.email;
  const { id } = await inviteMember(owner, { email, scope: 'all', groupIds: delivery.id });
  await acceptInvitation(await asBuyer('member'), { token: await tokenOwed('member', id) });

  const duty = await addReceiver(owner, {
    name: '交付值班',
    email: 'oncall@yunfan.example',
    phone: '13800020008',
    locale: 'zh-CN',
  });
  await verifyReceiver(owner, { token: await tokenOwed('messageReceiver', duty.id) });
  await setTypeReceivers(owner, 'supervision.progress', { mail: duty.id, sms: duty.id });
}
