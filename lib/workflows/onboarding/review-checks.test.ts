import { describe, expect, it } from 'vitest';
import type { MerchantProfile } from '@/db/schema/merchant';
import { loadAllMessages } from '@/lib/i18n/messages';
import type { ProfilePolicy } from '@/lib/records/merchant/profile-form';
import { REVIEW_RULES, reviewChecks } from './review-checks';
import { FORM } from './testing';

const policy: ProfilePolicy = {
  kind: 'enterprise',
  minimumCapital: 50,
  minimumStaff: 5,
  serviceDays: 5,
  serviceHours: 8,
};
const profile: MerchantProfile = {
  ...FORM,
  platformContact: undefined,
  logoFileId: 'fl_1',
  licenceFileId: 'fl_2',
  registeredCapital: 1000,
  serviceTime: { days: 5, hours: 8 },
};
const company = { name: '青岛蓝海软件有限公司', creditCode: '91370212MA3GUD2H19', profile };
const realName = { name: company.name, creditCode: company.creditCode };
const results = (changes: Partial<MerchantProfile>, rules = policy, name = realName) =>
  Object.fromEntries(
    reviewChecks({ ...company, profile: { ...profile, ...changes } }, name, rules).map(
      ({ rule, result }) => [rule, result],
    ),
  );

describe('the rules of the review', () => {
  it('pass where a machine can tell and leave the rest to people', () => {
    expect(results({})).toMatchObject({
      'MD-01': 'passed',
      'MD-02': 'human',
      'MD-04': 'passed',
      'MD-08': 'passed',
      'MD-09': 'human',
      'MD-14': 'passed',
    });
  });

  it('fail when real name, text or the limits of today say so', () => {
    expect(results({}, policy, { ...realName, name: '别家公司' })['MD-01']).toBe('failed');
    expect(results({ introduction: `${FORM.introduction} www.a.example` })['MD-08']).toBe('failed');
    expect(results({}, { ...policy, minimumCapital: 5000 })['MD-06']).toBe('failed');
    expect(results({ yearsInBusiness: '0-1' })['MD-04']).toBe('failed');
  });

  it('leave out what does not apply', () => {
    expect(results({ website: undefined })['MD-02']).toBeUndefined();
    const person = results({ licenceFileId: undefined }, { ...policy, kind: 'individual' });
    expect(person['MD-04']).toBeUndefined();
    expect(person['MD-07']).toBeUndefined();
  });

  it('have words and a sentence for rejections in both languages', () => {
    for (const { merchant } of Object.values(loadAllMessages())) {
      const words = merchant as Record<'rule' | 'refusal', Record<string, string>>;
      for (const { rule } of REVIEW_RULES) {
        expect(words.rule[rule], rule).toBeTruthy();
        expect(words.refusal[rule], rule).toBeTruthy();
      }
    }
  });
});
