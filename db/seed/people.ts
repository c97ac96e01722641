/** The password of all people in the demo. */
export const DEMO_PASSWORD = 'guildhall-demo';

/** Somebody who can sign in to the demo. `role` is what the start prints beside the address. */
export type DemoPerson = {
  key: string;
  role: string;
  email: string;
  name: string;
  phone: string;
  operator?: ('reviewer' | 'arbiter' | 'finance' | 'admin')[];
  realName?:
    | { kind: 'personal'; name: string }
    | { kind: 'enterprise'; name: string; creditCode: string };
};

const staff = (
  role: 'reviewer' | 'arbiter' | 'finance' | 'admin',
  name: string,
  phone: string,
) => ({
  key: role,
  role: `Operations, ${role}`,
  email: `${role}@guildhall.example`,
  name,
  phone,
  operator: [role],
});

/** The people of the demo, one per role. Their companies' credit codes carry a correct check character. */
export const DEMO_PEOPLE: DemoPerson[] = [
  staff('admin', '沈明远', '13800010001'),
  staff('reviewer', '顾清扬', '13800010002'),
  staff('arbiter', '陆知秋', '13800010003'),
  staff('finance', '苏婉仪', '13800010004'),
  {
    key: 'owner',
    role: 'Merchant, owner',
    email: 'owner@yunfan.example',
    name: '周景行',
    phone: '13800020001',
    realName: {
      kind: 'enterprise',
      name: '杭州云帆数据技术有限公司',
      creditCode: '91330106MA2GUD1H0Y',
    },
  },
  {
    key: 'member',
    role: 'Merchant, member',
    email: 'member@yunfan.example',
    name: '何若溪',
    phone: '13800020002',
  },
  {
    key: 'applicant',
    role: 'Company that applies',
    email: 'apply@lanhai.example',
    name: '唐亦舒',
    phone: '13800030001',
    realName: {
      kind: 'enterprise',
      name: '青岛蓝海软件有限公司',
      creditCode: '91370212MA3GUD2H19',
    },
  },
  {
    key: 'buyer',
    role: 'Customer, person',
    email: 'buyer@guildhall.example',
    name: '林晓舟',
    phone: '13800040001',
    realName: { kind: 'personal', name: '林晓舟' },
  },
  {
    key: 'company',
    role: 'Customer, company',
    email: 'purchasing@hengtong.example',
    name: '许嘉树',
    phone: '13800040002',
    realName: {
      kind: 'enterprise',
      name: '上海恒通物流有限公司',
      creditCode: '91310115MA1GUD3H23',
    },
  },
];
