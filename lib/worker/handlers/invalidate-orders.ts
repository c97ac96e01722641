import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { invalidateUnpaidOrders, type Withdrawn } from '@/lib/workflows/order/commands';

/** Ends the unpaid orders of a product or specification that is no longer sold. */
export async function invalidateOrders(withdrawn: Withdrawn): Promise<void> {
  await withActor(system('no longer sold'), (context) =>
    invalidateUnpaidOrders(context, withdrawn),
  );
}
