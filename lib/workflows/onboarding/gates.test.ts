import { describe, expect, it } from 'vitest';
import { loadAllMessages } from '@/lib/i18n/messages';
import { evaluateGates, GATES, type GateCode, type GateFacts, type GatePolicy } from './gates';

const facts: GateFacts = {
  emailVerified: true,
  disabled: false,
  phone: '13800030001',
  accountsWithPhone: 3,
  hasPassword: true,
  realName: 'enterprise',
  companyRequest: null,
  isSubAccount: false,
  isPartnerAdmin: false,
  programmes: ['solutionProvider'],
  company: 'free',
  accountExited: false,
};
const policy: GatePolicy = {
  accountsPerPhone: 3,
  excludedProgrammes: ['eliteServiceProvider'],
  individualPath: false,
  reentry: false,
};

const shut = (changes: Partial<GateFacts>, rules: Partial<GatePolicy> = {}) =>
  evaluateGates({ ...facts, ...changes }, { ...policy, ...rules })
    .filter(({ passed }) => !passed)
    .map(({ code, reason }) => `${code}.${reason}`);

const REASONS: [Partial<GateFacts>, string][] = [
  [{ emailVerified: false }, 'A1.unverified'],
  [{ disabled: true }, 'A1.disabled'],
  [{ phone: null }, 'A2.noMobile'],
  [{ phone: '+4915112345678' }, 'A2.noMobile'],
  [{ accountsWithPhone: 4 }, 'A2.tooManyAccounts'],
  [{ hasPassword: false }, 'A3.noPassword'],
  [{ realName: null }, 'A4.notVerified'],
  [{ realName: 'personal' }, 'A4.personalOnly'],
  [{ realName: null, companyRequest: 'pending' }, 'A4.pending'],
  [{ realName: 'personal', companyRequest: 'rejected' }, 'A4.rejected'],
  [{ isSubAccount: true }, 'A5.subAccount'],
  [{ isPartnerAdmin: true }, 'A6.partnerAdmin'],
  [{ programmes: ['x', 'eliteServiceProvider'] }, 'A7.excluded'],
  [{ company: 'merchant' }, 'A8.alreadyMerchant'],
  [{ company: 'exited' }, 'A8.companyExited'],
  [{ company: 'exited', accountExited: true }, 'A8.accountExited'],
];

describe('gates before the application form', () => {
  it('are all open to a verified company that is no merchant yet', () => {
    expect(shut({})).toEqual([]);
    expect(evaluateGates(facts, policy).map(({ code }) => code)).toEqual([...GATES]);
  });

  it.each(REASONS)('shut one gate for %j: %s', (changes, expected) => {
    expect(shut(changes)).toEqual([expected]);
  });

  it('say in both languages what each is and why it is shut', () => {
    for (const messages of Object.values(loadAllMessages())) {
      const gate = (messages.onboarding as { gate: Record<GateCode, Record<string, string>> }).gate;
      for (const code of GATES) expect(gate[code].title, code).toBeTruthy();
      for (const [, found] of REASONS) {
        const [code, reason] = found.split('.') as [GateCode, string];
        expect(gate[code][reason], found).toBeTruthy();
      }
    }
  });

  it('show a way out where the person has one', () => {
    const [gate] = evaluateGates({ ...facts, realName: null }, policy).filter((g) => !g.passed);
    expect(gate?.href).toBe('/account/identity?kind=enterprise&edit=1');
  });

  it('let individuals in only while the individual path is on', () => {
    expect(shut({ realName: 'personal' }, { individualPath: true })).toEqual([]);
  });

  it('let a company that left come back only by policy, and never with the same account', () => {
    expect(shut({ company: 'exited' }, { reentry: true })).toEqual([]);
    expect(shut({ company: 'exited', accountExited: true }, { reentry: true })).toEqual([
      'A8.accountExited',
    ]);
  });

  it('follow the list of excluded programmes', () => {
    expect(shut({}, { excludedProgrammes: ['solutionProvider'] })).toEqual(['A7.excluded']);
    expect(shut({ programmes: ['eliteServiceProvider'] }, { excludedProgrammes: [] })).toEqual([]);
  });
});
