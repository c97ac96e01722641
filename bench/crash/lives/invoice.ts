import { applicationInput } from '@/db/factories/invoice';
import { DomainError } from '@/lib/errors';
import {
  applyForInvoices,
  issueInvoice,
  rejectInvoice,
  revokeInvoice,
  signInvoice,
  takeBackInvoice,
} from '@/lib/workflows/invoice/commands';
import { act, chance, type Lane, pick } from '../lane';
import { patiently } from '../sure';
import { upload } from '../uploads';
import type { Deal } from './delivery';

const DIGITS = { 'general.digital': 20, 'special.digital': 20, 'general.paper': 8 } as const;
type Type = keyof typeof DIGITS;

const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** An invoice that is applied for, issued, signed for, and in some cases sent back, refused or revoked. */
export async function invoice(lane: Lane, deal: Deal): Promise<void> {
  const { buyer, owner } = lane.company;
  const type = pick(lane, Object.keys(DIGITS) as Type[]);
  const id = await apply(lane, deal, type);
  if (!id) return;
  const reject = () =>
    act(lane, 'invoice.reject', () => rejectInvoice(owner, id, { reason: '抬头与合同不符。' }));
  const revoke = () => act(lane, 'invoice.revoke', () => revokeInvoice(buyer, id));
  const issue = await issuing(lane, id, type);
  const dice = lane.random();
  if (dice < 0.1) await reject();
  else if (dice < 0.3) await Promise.all([issue(), revoke(), reject()]);
  else await issue();
  const sign = () => act(lane, 'invoice.sign', () => signInvoice(buyer, id));
  const signByMerchant = () => act(lane, 'invoice.sign', () => signInvoice(owner, id));
  await (chance(lane, 0.3) ? Promise.all([sign(), signByMerchant()]) : sign());
  if (!chance(lane, 0.4)) return;
  await act(lane, 'invoice.takeBack', () =>
    takeBackInvoice(owner, id, { reason: '客户退回发票。', redLetterNumber: '' }),
  );
  // In its place another one can be asked for.
  if (chance(lane, 0.5)) await apply(lane, deal, type);
}

/** One application, sometimes by two clicks. @returns the id of its invoice */
async function apply(lane: Lane, { orderId }: Deal, type: Type): Promise<string | undefined> {
  const { buyer, titleId, postId, mailId } = lane.company;
  const of = { buyer, titleId, postId, mailId };
  let form: Record<string, unknown>;
  try {
    form = await patiently(() => applicationInput(of, [orderId], type));
  } catch (error) {
    // The page already says why not.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
  const once = () =>
    act(lane, 'invoice.open', async () => {
      const { id } = await applyForInvoices(buyer, form);
      return { id, version: 1 };
    });
  const [made] = await Promise.all(chance(lane, 0.2) ? [once(), once()] : [once()]);
  return made?.id;
}

async function issuing(lane: Lane, id: string, type: Type) {
  const { owner } = lane.company;
  const number = (length: number) =>
    Array.from({ length }, () => Math.floor(lane.random() * 10)).join('');
  const paper = type === 'general.paper';
  const fileId = paper ? '' : await upload(lane, owner, 'invoiceFile');
  const values = {
    fiscalNumber: number(DIGITS[type]),
    fiscalDate: today(),
    ...(paper
      ? { fiscalCode: number(12), courier: '顺丰速运', trackingNumber: `SF${number(12)}` }
      : { fileId }),
  };
  return () =>
    act(lane, 'invoice.issue', () => issueInvoice(owner, id, values), paper ? [] : [fileId]);
}
