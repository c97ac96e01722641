import { sql } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { makeFile } from '@/db/factories/order';
import { newId } from '@/lib/ids';
import { createBuyer } from '@/lib/testing/actors';
import { requestTopUp } from '@/lib/workflows/top-up/commands';

const BUYERS = 50;

/** Top-ups that wait for finance, requested through the engine by several customers. @returns their ids */
export async function makePending(count: number): Promise<string[]> {
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => createBuyer()));
  const ids: string[] = [];
  const lane = async (from: number) => {
    for (let i = from; i < count; i += 8) {
      const buyer = buyers[i % BUYERS];
      if (!buyer) continue;
      const slip = await makeFile(buyer, { purpose: 'bankSlip' });
      const form = {
        requestKey: newId('view'),
        amount: '100.00',
        payerName: '张三',
        slipFileId: slip.id,
      };
      ids[i] = (await requestTopUp(buyer, form)).id;
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, i) => lane(i)));
  // No worker runs here: what it would do is not part of what is measured.
  await getDatabase().execute(sql`truncate graphile_worker._private_jobs`);
  await getDatabase().execute(sql`analyze`);
  return ids;
}
