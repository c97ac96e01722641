import { randomBytes } from 'node:crypto';

/** Two-letter prefix of every identifier, so that an id says what it is. */
export const ID_PREFIX = {
  account: 'ac',
  session: 'se',
  token: 'tk',
  operator: 'op',
  identity: 'rn',
  merchant: 'mc',
  member: 'mb',
  memberGroup: 'mg',
  invitation: 'iv',
  messageReceiver: 'mr',
  onboarding: 'ob',
  profileEdit: 'pe',
  businessCertification: 'bc',
  bankAccount: 'ba',
  supportGroup: 'sg',
  productApplication: 'pa',
  product: 'pd',
  spec: 'sp',
  sku: 'sk',
  category: 'ct',
  attribute: 'at',
  saleRule: 'sr',
  question: 'qu',
  productReview: 'pv',
  productReviewMessage: 'pm',
  agreement: 'ag',
  signature: 'sn',
  order: 'od',
  orderLine: 'ol',
  instance: 'in',
  topUp: 'tu',
  invoice: 'fp',
  invoiceOrder: 'io',
  invoiceApplication: 'ia',
  invoiceTitle: 'it',
  invoiceTitlePermit: 'ip',
  invoiceContact: 'ic',
  letter: 'lt',
  supervision: 'sv',
  supervisionRound: 'su',
  supervisionDocument: 'sd',
  appeal: 'ap',
  appealRequest: 'ar',
  appealDocument: 'ax',
  refund: 'rf',
  refundDocument: 'rd',
  file: 'fl',
  fileGrant: 'fg',
  evidence: 'ev',
  deadline: 'dl',
  outbox: 'nt',
  message: 'ms',
  reviewItem: 'ri',
  reviewRule: 'rr',
  setting: 'st',
  standing: 'ss',
  violation: 'vi',
  announcement: 'an',
  merchantExit: 'mx',
  payout: 'po',
  reconciliation: 'rc',
  feeInvoice: 'fi',
  entry: 'le',
  stock: 'sc',
  saleRestriction: 'sx',
  allowedBuyer: 'sb',
  voucher: 'vo',
  voucherPiece: 'vp',
  voucherName: 'vn',
  voucherCodeSet: 'vs',
  voucherCode: 'vc',
  view: 'vw',
  export: 'ex',
} as const;

export type IdKind = keyof typeof ID_PREFIX;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = ALPHABET[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return text;
}

/**
 * What ids of one kind made at `at` or later begin with, or come after: `id >= firstIdAt(kind, at)`. Lists ordered by id
 * find a range of time in the index they walk.
 */
export const firstIdAt = (kind: IdKind, at: Date): string =>
  `${ID_PREFIX[kind]}_${base32(BigInt(Math.max(0, at.getTime())), 10)}`;

/**
 * A new identifier such as `od_01jd…`: prefix, 48 bits of milliseconds, 80 random bits.
 * Ids of one kind sort by the time they were made.
 */
export function newId(kind: IdKind, at: Date = new Date()): string {
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`);
  return `${ID_PREFIX[kind]}_${base32(BigInt(at.getTime()), 10)}${base32(random, 16)}`;
}
