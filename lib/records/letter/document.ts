import { formatDate, formatDateTime, formatMoney } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { A4, Canvas } from '@/lib/pdf/canvas';
import { drawSeal } from '@/lib/pdf/seal';
import type { Letter } from './queries';

const MARGIN = 76;
const MEASURE = A4.width - 2 * MARGIN;
/** The rule above what is printed at the foot. */
const FOOT = 760;
/** What signature and seal take above the foot. */
const SIGNED = 118;
const SMALL = { size: 9, color: [0.4, 0.4, 0.42] as const };

/** Type sizes and line distances in points; the second when names are so long that the first would reach the foot. */
interface Setting {
  top: number;
  body: number;
  leading: number;
  fact: number;
  factLeading: number;
}
const SETTINGS: readonly [Setting, Setting] = [
  { top: 104, body: 11.5, leading: 23, fact: 10.5, factLeading: 17 },
  { top: 84, body: 9.5, leading: 16.5, fact: 9, factLeading: 13 },
];

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
  const fresh = () => Canvas.create({ title: t('title'), author: site, at });
  let [setting] = SETTINGS;
  let canvas = await fresh();
  let y = text(canvas, letter, setting);
  if (y + SIGNED > FOOT) {
    [, setting] = SETTINGS;
    canvas = await fresh();
    y = text(canvas, letter, setting);
  }
  const body = { size: setting.body };
  const right = (words: string, baseline: number, style = {}) =>
    canvas.text(words, A4.width - MARGIN - canvas.width(words, style), baseline, style);
  const signed = y + 50;
  right(site, signed, { ...body, face: 'bold' });
  right(formatDate(at, 'zh-CN'), signed + setting.leading, body);
  const centre = { x: A4.width - MARGIN - 96, y: signed + 4 };
  drawSeal(canvas, centre, { name: site, purpose: t('seal') });
  canvas.line(MARGIN, FOOT, A4.width - MARGIN);
  canvas.text(t('check', { number: letter.number }), MARGIN, FOOT + 18, SMALL);
  canvas.text(address, MARGIN, FOOT + 33, SMALL);
  return canvas.finish();
}

/** Heading, paragraphs and the order's data; answers the baseline after them. */
function text(canvas: Canvas, letter: Letter, setting: Setting): number {
  const t = translator('zh-CN', 'letter.pdf');
  const { top, leading } = setting;
  const body = { size: setting.body };
  const title = { face: 'bold', size: 21 } as const;
  canvas.text(t('title'), (A4.width - canvas.width(t('title'), title)) / 2, top, title);
  const number = t('number', { number: letter.number });
  canvas.text(number, A4.width - MARGIN - canvas.width(number, SMALL), top + 30, SMALL);
  const values = {
    customer: letter.customerName,
    merchant: letter.merchantName,
    site: translator('zh-CN', 'site')('name'),
    order: letter.orderNumber,
    amount: formatMoney(letter.amount),
    until: formatDate(letter.keptUntil, 'zh-CN'),
  };
  const box = { x: MARGIN, measure: MEASURE, leading };
  const paragraph = (part: string, y: number) =>
    canvas.paragraph(t(part, values), { ...box, y }, body, 2 * setting.body);
  const to = { ...body, face: 'bold' } as const;
  let y = canvas.paragraph(t('to', values), { ...box, y: top + 66 }, to);
  y = paragraph('invoicing', paragraph('purchase', y));
  y = facts(canvas, letter, y + 2, setting);
  return paragraph('kept', paragraph('effect', y));
}

/** The order's data as a ruled list; answers the baseline after it. */
function facts(
  canvas: Canvas,
  letter: Letter,
  top: number,
  { fact: size, factLeading: leading }: Setting,
): number {
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
    canvas.text(t(key), MARGIN + 8, y + 4, { size, color: [0.35, 0.35, 0.38] });
    const end = canvas.paragraph(
      value,
      { x: MARGIN + labels, y: y + 4, measure: MEASURE - labels - 8, leading },
      { size },
    );
    canvas.line(MARGIN, end - 4, A4.width - MARGIN);
    y = end + size - 4.5;
  }
  return y + 16;
}
