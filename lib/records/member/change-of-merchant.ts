import type { Actor, Member } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import { type ChangeContext, type Changed, change } from '@/lib/engine/change';
import { forbidden } from '@/lib/errors';

type MerchantChange<T> = Omit<Changed<T>, 'stream' | 'tenant'>;

/**
 * An audited change of a merchant's own records, in the merchant's stream.
 * @throws DomainError forbidden for anybody but a member
 */
export function changeOfMerchant<T>(
  actor: Actor,
  spec: { noun: string; action: string; permission: Permission },
  run: (context: ChangeContext, member: Member) => Promise<MerchantChange<T>>,
): Promise<T> {
  if (actor.kind !== 'member') return Promise.reject(forbidden());
  const { merchantId } = actor;
  return change(actor, spec, async (context) => ({
    stream: `merchant:${merchantId}`,
    tenant: { merchantId },
    ...(await run(context, actor)),
  }));
}
