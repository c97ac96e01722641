import { beforeAll, describe, expect, it } from 'vitest';
import { makeProposal } from '@/db/factories/proposal';
import type { Actor, Member } from '@/lib/auth/actor';
import { createMerchant, createOperator } from '@/lib/testing/actors';
import {
  openApplication,
  rejectApplication,
  resubmitApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from './commands';
import { getApplication } from './queries';

const confirm = { confirm: 'submit' };
const reasons = [{ rule: 'SM-02', field: 'summary', text: '未说明适用的源环境' }];
let owner: Member;
let reviewer: Actor;
let id: string;

beforeAll(async () => {
  ({ owner } = await createMerchant());
  reviewer = await createOperator('reviewer');
  ({ id } = await openApplication(owner, { class: 'general', deliveryType: 'manualService' }));
  await saveApplication(owner, id, { proposal: await makeProposal(owner, { summary: '旧简介' }) });
  await submitApplication(owner, id, confirm);
});

describe('an application that is handed in again', () => {
  it('shows the reviewer what was refused, also when it was withdrawn once more', async () => {
    expect((await getApplication(reviewer, id))?.refused).toBeUndefined();
    await rejectApplication(reviewer, id, { reasons });
    await saveApplication(owner, id, { proposal: { summary: '新简介' } });
    await resubmitApplication(owner, id, confirm);
    await withdrawApplication(owner, id);
    await saveApplication(owner, id, { proposal: { summary: '更新的简介' } });
    await submitApplication(owner, id, confirm);
    const view = await getApplication(reviewer, id);
    expect([view?.refused?.summary, view?.proposal.summary]).toEqual(['旧简介', '更新的简介']);
  });
});
