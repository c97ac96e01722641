import { expect, test } from 'vitest';
import { makeSupervised } from '@/db/factories/supervision';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { latestEvidence } from './queries';

test('the newest record is that of the reader’s own side', async () => {
  const made = await makeSupervised();
  const [buyer, merchant] = await Promise.all([
    latestEvidence(made.buyer),
    latestEvidence(made.owner),
  ]);
  expect(buyer).toBeDefined();
  expect(merchant).toBe(buyer);
  const stranger = await createBuyer();
  expect(await latestEvidence(stranger)).toBeUndefined();
  expect(await latestEvidence((await createMerchant()).owner)).toBeUndefined();
  await makeSupervised();
  expect(await latestEvidence(made.buyer)).toBe(buyer);
});
