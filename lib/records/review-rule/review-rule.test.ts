import { beforeAll, describe, expect, it } from 'vitest';
import { makeProduct } from '@/db/factories/product';
import type { Actor } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { addRule, editRule, switchRule } from './commands';
import { listRules, type StoredRule } from './queries';
import { tryRule } from './trial';

let admin: Actor;
let merchantId: string;
let owner: Actor;
beforeAll(async () => {
  admin = await createOperator('admin');
  ({ merchantId, owner } = await createMerchant());
});

const ruleOf = async (id: string): Promise<StoredRule> => {
  const rule = (await listRules(admin)).find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
};
const edited = (rule: StoredRule, values: object = {}) => ({
  id: rule.id,
  version: rule.version,
  textZh: rule.textZh,
  textEn: rule.textEn,
  severity: rule.severity,
  ...values,
});
const own = { field: 'name', textZh: '不得提及竞品', textEn: 'No competitors', severity: 'block' };
const words = { ...own, check: 'words', words: '竞品云\nrival cloud' };

describe('a review rule', () => {
  it('is edited by administrators alone', async () => {
    const rule = await ruleOf('PN-04');
    for (const actor of [owner, await createBuyer(), await createOperator('reviewer')]) {
      await expect(editRule(actor, edited(rule, { words: 'x' }))).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('of the house keeps its place when its words and parameters change', async () => {
    const rule = await ruleOf('SM-01');
    await editRule(admin, edited(rule, { textZh: '简介最多 80 字', max: '80' }));
    expect(await ruleOf('SM-01')).toMatchObject({
      textZh: '简介最多 80 字',
      textEn: rule.textEn,
      check: { kind: 'length', params: { max: 80 } },
      own: false,
      version: 1,
    });
  });

  it('tells the second of two editors that it changed meanwhile', async () => {
    const rule = await ruleOf('PN-05');
    await switchRule(admin, { id: rule.id, version: rule.version, enabled: 'no' });
    expect((await ruleOf('PN-05')).enabled).toBe(false);
    await expect(
      switchRule(admin, { id: rule.id, version: rule.version, enabled: 'yes' }),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  it('needs words to look for, and bounds that can be met', async () => {
    const list = await ruleOf('DS-02');
    await expect(editRule(admin, edited(list, { words: ' \n ' }))).rejects.toMatchObject({
      detail: { fields: { words: { key: 'reviewRule.error.noWords' } } },
    });
    const bounds = { ...own, check: 'length', min: '9', max: '3' };
    await expect(addRule(admin, bounds)).rejects.toMatchObject({
      detail: { fields: { max: { key: 'reviewRule.error.boundsCrossed' } } },
    });
    await expect(addRule(admin, { ...words, field: 'logoFileId' })).rejects.toMatchObject({
      detail: { fields: { check: { key: 'reviewRule.error.textOnly' } } },
    });
  });

  it('of the operators starts switched off, with a number of its own', async () => {
    const { id: first } = await addRule(admin, words);
    const { id: second } = await addRule(admin, { ...own, check: 'eyes' });
    expect(first).toMatch(/^OP-\d\d$/);
    expect(second).not.toBe(first);
    expect(await ruleOf(first)).toMatchObject({ enabled: false, own: true });
    expect(await ruleOf(second)).toMatchObject({ check: null, severity: 'warn' });
  });

  it('is tried on everything listed before it holds', async () => {
    const { productId } = await makeProduct(merchantId, { product: { name: '竞品云迁移服务' } });
    await makeProduct(merchantId, { product: { name: '竞品云代维', state: 'delisted' } });
    const { id } = await addRule(admin, words);
    const trial = await tryRule(admin, id);
    expect(trial?.failures).toEqual([
      expect.objectContaining({ productId, field: 'name', found: '竞品云' }),
    ]);
    expect(await tryRule(admin, 'PN-07')).toBeUndefined();
    expect(await tryRule(owner, id)).toBeUndefined();
  });
});
