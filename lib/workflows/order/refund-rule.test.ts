import { describe, expect, it } from 'vitest';
import { type RefundCondition, refundSettings } from '@/lib/settings/registry/refund';
import { type RefundCase, refundRule } from './refund-rule';

const tables = {
  rules: refundSettings['refund.rules'].default,
  returns: refundSettings['refund.returns'].default,
};

const ask = (
  deliveryType: string,
  charging: RefundCase['charging'],
  supervised: boolean,
  held: RefundCondition[] = [],
  occasion: RefundCase['occasion'] = 'request',
) =>
  refundRule(tables, {
    occasion,
    deliveryType,
    charging,
    supervised,
    facts: Object.fromEntries(held.map((name) => [name, true])),
  });

type Row = [
  what: string,
  Parameters<typeof ask>,
  expected: { id: string | null; route: string; unmet?: RefundCondition[]; back?: string },
];

/** Every row of orders-and-refunds.md 7.2: what is accepted, then what is refused and why. */
const ROWS: Row[] = [
  [
    'an image with its host within five days',
    ['image', 'period', false, ['withinFiveDays', 'counterLeft', 'withHost']],
    { id: 'imageFiveDays', route: 'noReason', back: 'noReason' },
  ],
  [
    'an image later, used part deducted',
    ['image', 'period', false, ['withHost']],
    { id: 'imageLater', route: 'noReason', back: 'otherImage' },
  ],
  [
    'an image after ten refunds of the year',
    ['image', 'period', false, ['withinFiveDays', 'withHost']],
    { id: 'imageLater', route: 'noReason', back: 'otherImage' },
  ],
  [
    'an image without its host',
    ['image', 'period', false, ['withinFiveDays', 'counterLeft']],
    { id: 'imageFiveDays', route: 'noReason', unmet: ['withHost'], back: 'noReason' },
  ],
  ['an image by use', ['image', 'payPerUse', false], { id: 'imagePayPerUse', route: 'none' }],
  [
    'supervised SaaS by period',
    ['saas', 'period', true, ['guaranteeOpen', 'notTrial', 'withinValidity']],
    { id: 'saasPeriod', route: 'negotiated', back: 'other' },
  ],
  [
    'supervised SaaS past its validity and its guarantee',
    ['saas', 'period', true, ['notTrial']],
    {
      id: 'saasPeriod',
      route: 'negotiated',
      unmet: ['guaranteeOpen', 'withinValidity'],
      back: 'other',
    },
  ],
  [
    'unsupervised SaaS by period within five days',
    ['saas', 'period', false, ['withinFiveDays', 'counterLeft', 'notTrial', 'withinValidity']],
    { id: 'saasPeriodFiveDays', route: 'noReason', back: 'noReason' },
  ],
  [
    'a trial',
    ['saas', 'period', false, ['withinFiveDays', 'counterLeft', 'withinValidity']],
    { id: 'saasPeriodFiveDays', route: 'noReason', unmet: ['notTrial'], back: 'noReason' },
  ],
  [
    'unsupervised SaaS when the counter is used up',
    ['saas', 'period', false, ['withinFiveDays', 'notTrial', 'withinValidity']],
    { id: 'saasPeriodFiveDays', route: 'noReason', unmet: ['counterLeft'], back: 'noReason' },
  ],
  [
    'supervised SaaS bought once',
    ['saas', 'oneTime', true, ['guaranteeOpen']],
    { id: 'saasOneTime', route: 'negotiated', back: 'other' },
  ],
  [
    'unsupervised SaaS bought once',
    ['saas', 'oneTime', false, ['withinFiveDays', 'counterLeft']],
    { id: 'saasOneTimeFiveDays', route: 'noReason', back: 'noReason' },
  ],
  [
    'a licence before its code was claimed',
    ['license', 'period', true, ['guaranteeOpen', 'codeNotClaimed']],
    { id: 'license', route: 'negotiated', back: 'other' },
  ],
  [
    'a licence after its code was claimed',
    ['license', 'oneTime', true, ['guaranteeOpen']],
    { id: 'license', route: 'negotiated', unmet: ['codeNotClaimed'], back: 'other' },
  ],
  [
    'a manual service in delivery',
    ['manualService', 'oneTime', true, ['guaranteeOpen']],
    { id: 'manualService', route: 'negotiated', back: 'other' },
  ],
  [
    'a manual service by the year',
    ['manualService', 'period', true, ['guaranteeOpen']],
    { id: 'manualService', route: 'negotiated', back: 'other' },
  ],
  [
    'a manual service after acceptance',
    ['manualService', 'oneTime', true],
    { id: 'manualService', route: 'negotiated', unmet: ['guaranteeOpen'], back: 'other' },
  ],
  [
    'application orchestration',
    ['applicationOrchestration', 'oneTime', true, ['guaranteeOpen']],
    { id: 'orchestration', route: 'negotiated', back: 'other' },
  ],
  [
    'a data file',
    ['dataFile', 'oneTime', true, ['guaranteeOpen']],
    { id: 'dataFile', route: 'negotiated', back: 'other' },
  ],
  [
    'hardware that came back',
    ['hardware', 'oneTime', true, ['guaranteeOpen', 'goodsBack']],
    { id: 'hardware', route: 'negotiated', back: 'other' },
  ],
  [
    'hardware on its way',
    ['hardware', 'oneTime', true, ['guaranteeOpen']],
    { id: 'hardware', route: 'negotiated', unmet: ['goodsBack'], back: 'other' },
  ],
  ...['api', 'aiAsset', 'container', 'dataAsset'].map(
    (type): Row => [
      `${type}, of which nothing is established`,
      [type, 'period', false, ['withinFiveDays', 'counterLeft']],
      { id: 'notEstablished', route: 'none' },
    ],
  ),
  ['a package', ['saas', 'package', false], { id: 'package', route: 'none' }],
  [
    'a renewal term that has not begun',
    ['saas', 'period', true, [], 'renewalNotBegun'],
    { id: 'renewalNotBegun', route: 'noReason', back: 'notBegun' },
  ],
  [
    'a service that could not be provided',
    ['saas', 'period', false, [], 'provisioningFailed'],
    { id: 'provisioningFailed', route: 'automatic', back: 'failed' },
  ],
  [
    'a supervised licence that could not be issued, and is delivered by hand',
    ['license', 'period', true, [], 'provisioningFailed'],
    { id: 'failedLicense', route: 'none' },
  ],
  [
    'a type that the table does not know',
    ['teleport', 'oneTime', true],
    { id: null, route: 'none' },
  ],
];

describe('the refund table', () => {
  it.each(ROWS)('%s', (_, about, expected) => {
    const answer = ask(...about);
    expect({ id: answer.id, route: answer.route, unmet: answer.unmet }).toEqual({
      id: expected.id,
      route: expected.route,
      unmet: expected.unmet ?? [],
    });
    expect(answer.comesBack?.case).toBe(expected.back);
  });

  it('has no row that nothing reaches', () => {
    const reached = new Set(ROWS.map(([, about]) => ask(...about).id));
    expect(tables.rules.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it.each([
    ['noReason', { usedDeducted: false, handlingFee: false, voucher: true }],
    ['notBegun', { usedDeducted: false, handlingFee: false, voucher: true }],
    ['failed', { usedDeducted: false, handlingFee: false, voucher: true }],
    ['otherImage', { usedDeducted: true, handlingFee: false, voucher: false }],
    ['other', { usedDeducted: true, handlingFee: true, voucher: false }],
  ])('says what comes back in the case %s (7.3)', (name, expected) => {
    const row = tables.returns.find((back) => back.case === name);
    expect(row).toMatchObject({ ...expected, discountCoupon: false });
  });
});

describe('a changed table', () => {
  const rules = refundSettings['refund.rules'].schema;
  it('is refused with two rows of one name, an unknown route, or no row', () => {
    const [first] = tables.rules;
    expect(rules.safeParse([first, first]).success).toBe(false);
    expect(rules.safeParse([{ ...first, route: 'perhaps' }]).success).toBe(false);
    expect(rules.safeParse([]).success).toBe(false);
    const returns = refundSettings['refund.returns'].schema;
    expect(returns.safeParse(tables.returns.slice(1)).success).toBe(false);
  });

  it('needs no code for a new delivery type', () => {
    const row = { ...tables.rules[0], id: 'robot', occasion: 'request', deliveryTypes: ['robot'] };
    const changed = rules.parse([row, ...tables.rules]);
    const answer = refundRule(
      { ...tables, rules: changed },
      {
        occasion: 'request',
        deliveryType: 'robot',
        charging: 'oneTime',
        supervised: false,
        facts: {},
      },
    );
    expect(answer).toMatchObject({ id: 'robot', route: 'noReason' });
  });
});
