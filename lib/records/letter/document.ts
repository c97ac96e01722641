import { formatDate, formatDateTime, formatMoney } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { A4, Canvas } from '@/lib/pdf/canvas';
import { drawSeal } from '@/lib/pdf/seal';
import type { Letter } from './queries';

const MARGIN = 76;
const MEASURE = A4.width - 2 * MARGIN;
const BODY = { size: 11.5 };
const LEADING = 23;
const SMALL = { size: 9, color: [0.4, 0.4, 0.42] as const };

/**
 * The explanation letter as one A4 page in Chinese (money.md 2.3): who sold what to whom for how much, that the seller
 * invoices, the platform's seal, and the number under which anybody can check it.
 * @param address of the page that checks it
 */
export async function letterPdf(
  letter: Letter,
  { at, address }: { at: Date; address: string },
): Promise<Buffer> {
  const t = translator('zh-CN', 'letter.pdf');
  const site = translator('zh-CN', 'site')('name');
  const canvas = await Canvas.create({ title: t('title'), author: site, at });
  const title = { face: 'bold', size: 21 } as const;
  canvas.text(t('title'), (A4.width - canvas.width(t('title'), title)) / 2, 104, title);
  const number = t('number', { number: letter.number });
  canvas.text(number, A4.width - MARGIN - canvas.width(number, SMALL), 134, SMALL);
  const values = {
    customer: letter.customerName,
    merchant: letter.merchantName,
    site,
    order: letter.orderNumber,
    amount: formatMoney(letter.amount),
  };
  const box = { x: MARGIN, measure: MEASURE, leading: LEADING };
  let y = canvas.paragraph(t('to', values), { ...box, y: 170 }, { ...BODY, face: 'bold' });
  for (const part of ['purchase', 'invoicing'] as const) {
    y = canvas.paragraph(t(part, values), { ...box, y }, BODY, 2 * BODY.size);
  }
  y = facts(canvas, letter, y + 2);
  for (const part of ['effect', 'kept'] as const) {
    const words = t(part, { ...values, until: formatDate(letter.keptUntil, 'zh-CN') });
    y = canvas.paragraph(words, { ...box, y }, BODY, 2 * BODY.size);
  }
  const right = (text: string, baseline: number, style = {}) =>
    canvas.text(text, A4.width - MARGIN - canvas.width(text, style), baseline, style);
  right(site, y + 66, { ...BODY, face: 'bold' });
  right(formatDate(at, 'zh-CN'), y + 66 + LEADING, BODY);
  const centre = { x: A4.width - MARGIN - 96, y: y + 70 };
  drawSeal(canvas, centre, { name: site, purpose: t('seal') });
  canvas.line(MARGIN, 760, A4.width - MARGIN);
  canvas.text(t('check', { number: letter.number }), MARGIN, 778, SMALL);
  canvas.text(address, MARGIN, 793, SMALL);
  return canvas.finish();
}

/** The order's data as a ruled list; answers the baseline after it. */
function facts(canvas: Canvas, letter: Letter, top: number): number {
  const t = translator('zh-CN', 'letter.pdf.fact');
  const rows: [string, string][] = [
    ['order', letter.orderNumber],
    ['product', letter.productName],
    ['spec', letter.specName],
    ['merchant', letter.merchantName],
    ...(letter.merchantCreditCode
      ? ([['creditCode', letter.merchantCreditCode]] satisfies [string, string][])
      : []),
    ['customer', letter.customerName],
    ['paidAt', formatDateTime(letter.paidAt, 'zh-CN')],
    ['amount', formatMoney(letter.amount)],
  ];
  const labels = 108;
  let y = top;
  canvas.line(MARGIN, y - 14, A4.width - MARGIN);
  for (const [key, value] of rows) {
    canvas.text(t(key), MARGIN + 8, y + 4, { size: 10.5, color: [0.35, 0.35, 0.38] });
    const end = canvas.paragraph(
      value,
      { x: MARGIN + labels, y: y + 4, measure: MEASURE - labels - 8, leading: 17 },
      { size: 10.5 },
    );
    canvas.line(MARGIN, end - 4, A4.width - MARGIN);
    y = end + 6;
  }
  return y + 16;
}
