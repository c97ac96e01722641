import { closeDatabase } from '@/db/client';
import { makeProposal, matrixSpec, simpleSpec } from '@/db/factories/proposal';
import { createMerchant } from '@/lib/testing/actors';
import {
  openApplication,
  saveApplication,
  submitApplication,
} from '@/lib/workflows/product-application/commands';

/** Applications of a new merchant that wait for review, in this order; the second specification names a person's phone. */
export async function submitApplications(names: string[]): Promise<string[]> {
  const { owner } = await createMerchant();
  const ids: string[] = [];
  for (const name of names) {
    const { id } = await openApplication(owner, {
      class: 'general',
      deliveryType: 'manualService',
    });
    const proposal = await makeProposal(owner, {
      name,
      publicSale: false,
      specs: [simpleSpec(), matrixSpec({ description: '按实例数计费，联系张工 13800138000。' })],
    });
    await saveApplication(owner, id, { proposal });
    await submitApplication(owner, id, { confirm: 'submit' });
    ids.push(id);
  }
  await closeDatabase();
  return ids;
}
