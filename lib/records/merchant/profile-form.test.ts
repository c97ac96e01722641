import { describe, expect, it } from 'vitest';
import { parseInput } from '@/lib/engine/parse';
import type { DomainError } from '@/lib/errors';
import { hasExternalLink } from './links';
import { type ProfilePolicy, profileDraft, profileForm } from './profile-form';

const policy: ProfilePolicy = {
  kind: 'enterprise',
  minimumCapital: 50,
  minimumStaff: 5,
  serviceDays: 5,
  serviceHours: 8,
};

const good = {
  website: 'https://www.yunfan.example/about',
  platformContact: { has: 'no' },
  logoFileId: 'fl_logo',
  yearsInBusiness: '3-5',
  employees: '20-99',
  registeredCapital: '1,000',
  licenceFileId: 'fl_licence',
  introduction: '专注数据迁移与云上运维，服务制造与物流行业二百余家客户。',
  businessContact: { name: '周景行', mobile: '138 0002 0001', email: 'Zhou@Yunfan.example' },
  address: {
    country: 'CN',
    province: '浙江省',
    city: '杭州市',
    street: '文一西路 1 号',
    postalCode: '310000',
  },
  servicePhone: '0571-8888 0000',
  serviceEmail: 'service@yunfan.example',
  serviceTime: { days: '5', hours: '8' },
};

/** Complaints of the form with some fields changed; `a.b` reaches inside. */
function complaints(changes: Record<string, unknown>, rules = policy): Record<string, string> {
  const input = structuredClone(good) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const [first = '', second] = path.split('.');
    if (second) (input[first] as Record<string, unknown>)[second] = value;
    else input[first] = value;
  }
  try {
    parseInput(profileForm(rules), input);
    return {};
  } catch (error) {
    const { fields } = (error as DomainError).detail;
    return Object.fromEntries(Object.entries(fields ?? {}).map(([path, { key }]) => [path, key]));
  }
}

describe('the form of a company', () => {
  it('is kept in one form, however numbers were typed', () => {
    const profile = parseInput(profileForm(policy), good);
    expect(profile).toMatchObject({
      registeredCapital: 1000,
      businessContact: { mobile: '13800020001', email: 'zhou@yunfan.example' },
      servicePhone: '0571-88880000',
      serviceTime: { days: 5, hours: 8 },
    });
    expect(profile.platformContact).toBeUndefined();
  });

  it('is refused field by field when empty', () => {
    expect(
      Object.keys(
        complaints({
          logoFileId: '',
          yearsInBusiness: '',
          employees: undefined,
          registeredCapital: '',
          licenceFileId: undefined,
          introduction: ' ',
          businessContact: undefined,
          address: undefined,
          servicePhone: '',
          serviceEmail: '',
          serviceTime: undefined,
          platformContact: undefined,
        }),
      ).sort(),
    ).toEqual([
      'address',
      'businessContact',
      'employees',
      'introduction',
      'licenceFileId',
      'logoFileId',
      'platformContact.has',
      'registeredCapital',
      'serviceEmail',
      'servicePhone',
      'serviceTime',
      'yearsInBusiness',
    ]);
  });

  it.each([
    ['yearsInBusiness', '0-1', 'merchant.error.profile.tooYoung'],
    ['yearsInBusiness', 'ages', 'form.error.notAChoice'],
    ['employees', '1-4', 'merchant.error.profile.tooFewStaff'],
    ['registeredCapital', '49.99', 'merchant.error.profile.capital'],
    ['registeredCapital', '五十', 'merchant.error.profile.number'],
    ['registeredCapital', '-50', 'merchant.error.profile.number'],
    ['registeredCapital', '1e9', 'merchant.error.profile.number'],
    ['introduction', '短', 'form.error.tooShort'],
    ['introduction', '长'.repeat(2001), 'form.error.tooLong'],
    ['introduction', `${good.introduction}详见 www.yunfan.example`, 'merchant.error.profile.link'],
    ['website', 'ftp://yunfan.example', 'form.error.url'],
    ['website', 'yunfan.example', 'form.error.url'],
    ['website', 'https://localhost', 'form.error.url'],
    ['website', 'javascript:alert(1)', 'form.error.url'],
    ['businessContact.mobile', '12345678901', 'contact.error.mobile'],
    ['businessContact.email', 'not an address', 'form.error.email'],
    ['businessContact.name', '', 'form.error.required'],
    ['servicePhone', '12', 'contact.error.phone'],
    ['serviceEmail', 'x@', 'form.error.email'],
    ['address.country', 'XX', 'form.error.notAChoice'],
    ['address.postalCode', '31000', 'merchant.error.profile.postalCode'],
    ['address.street', '', 'form.error.required'],
    ['serviceTime.days', '4', 'merchant.error.profile.serviceDays'],
    ['serviceTime.hours', '7', 'merchant.error.profile.serviceHours'],
    ['serviceTime.days', '8', 'form.error.notAChoice'],
  ])('refuses %s = %s', (path, value, key) => {
    expect(complaints({ [path]: value })).toEqual({ [path]: key });
  });

  it('asks for the platform-side contact only after a yes', () => {
    expect(complaints({ platformContact: { has: 'no', name: '', mobile: 'x' } })).toEqual({});
    expect(
      complaints({ platformContact: { has: 'yes', name: '王芳', mobile: '', email: '' } }),
    ).toEqual({
      'platformContact.mobile': 'form.error.required',
      'platformContact.email': 'form.error.required',
    });
  });

  it('follows the settings', () => {
    const strict = { ...policy, minimumCapital: 2000, minimumStaff: 100, serviceDays: 7 };
    expect(complaints({}, strict)).toEqual({
      registeredCapital: 'merchant.error.profile.capital',
      employees: 'merchant.error.profile.tooFewStaff',
      'serviceTime.days': 'merchant.error.profile.serviceDays',
    });
  });

  it('does not ask individual developers for age, staff, capital and licence', () => {
    const person = { ...policy, kind: 'individual' as const };
    expect(
      complaints(
        { yearsInBusiness: '', employees: '', registeredCapital: '', licenceFileId: '' },
        person,
      ),
    ).toEqual({});
    expect(parseInput(profileForm(person), good).registeredCapital).toBeUndefined();
  });

  it('takes landlines, 400 numbers, short numbers and mobiles as service telephones', () => {
    for (const phone of [
      '010-12345678',
      '（0571）88880000',
      '+86 021-12345678-801',
      '400-820-8820',
      '4008208820',
      '95588',
      '13800020001',
    ]) {
      expect(complaints({ servicePhone: phone }), phone).toEqual({});
    }
  });

  it('may be kept unfinished: what does not fit is left out, the rest stays', () => {
    expect(
      profileDraft.parse({ introduction: '写到一半', address: 'nonsense', evil: '<script>' }),
    ).toEqual({
      introduction: '写到一半',
    });
  });
});

describe('addresses outside', () => {
  it.each([
    'https://a.example/x',
    'HTTP://A.CN',
    'www.abc',
    '官网abc.com欢迎访问',
    '官网ａｂｃ．ｃｏｍ',
    '请发邮件到 sales@abc.com.cn',
    'weixin://dl/chat',
    'abc。com',
  ])('are found in %s', (text) => {
    expect(hasExternalLink(text)).toBe(true);
  });

  it.each([
    '使用 Node.js 与 ASP.NET 开发',
    '版本 2.0.1',
    '专业、可靠。company 成立于 2015 年。',
    'A.B. 测试',
  ])('are not found in %s', (text) => {
    expect(hasExternalLink(text)).toBe(false);
  });
});
