import type { EvidenceRow } from '@/lib/audit/hash';
import type { Actor } from '@/lib/auth/actor';
import { formatBytes, formatDateTime, formatMoney } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';
import { type Translate, translator } from '@/lib/i18n/translator';
import { paidOf } from '@/lib/workflows/order/amounts';
import type { Collected } from './collect';
import { recordEntry } from './format';
import { PAGE_STYLE } from './page-style';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const plain = (text: unknown): string =>
  String(text ?? '').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
const link = (entry: string, text: string) =>
  `<a href="${plain(entry.split('/').map(encodeURIComponent).join('/'))}">${plain(text)}</a>`;
const code = (hash: string) => `<code>${plain(hash)}</code>`;
const table = (heads: string[], rows: string[][]) =>
  `<table><thead><tr>${heads.map((head) => `<th>${plain(head)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const PARTY: Record<string, string> = { buyer: 'buyer', member: 'merchant' };

/**
 * The page of a bundle: the same story for people, whole in one file, in one language, on A4. Of network addresses a
 * party sees its own; the records, which are verified, hold them all.
 */
export function bundlePage(
  found: Collected,
  { actor, locale }: { actor: Actor; locale: Locale },
): string {
  const t = translator(locale, 'evidenceBundle');
  const all = translator(locale);
  const { order } = found;
  const nameOf = (kind: string | undefined) =>
    kind === 'buyer'
      ? order.customerName
      : kind === 'member'
        ? order.merchantName
        : all(`workflow.side.${kind === 'operator' ? 'operator' : 'system'}`);
  const facts: [string, string][] = [
    ['order', order.number],
    ['product', order.productName],
    ['buyer', order.customerName],
    ['merchant', order.merchantName],
    ['amount', formatMoney(order.amount)],
    ['paid', formatMoney(paidOf(order))],
    ...(order.refunded > 0n
      ? ([['refunded', formatMoney(order.refunded)]] as [string, string][])
      : []),
    ['state', all(`order.state.${order.state}`)],
    ['exportedAt', formatDateTime(found.exportedAt, locale)],
    ['exportedBy', nameOf(actor.kind)],
  ];
  const rows = found.streams.flatMap(({ rows: list }) => list);
  const body = [
    `<h1>${plain(t('title', { order: order.number }))}</h1>`,
    `<p class="quiet">${plain(t('intro'))}</p>`,
    `<dl>${facts.map(([key, value]) => `<div><dt>${plain(t(key))}</dt><dd>${plain(value)}</dd></div>`).join('')}</dl>`,
    `<h2>${plain(t('records'))}</h2>`,
    table(
      [t('seq'), t('at'), t('actor'), t('what')],
      rows.map((row) => [
        link(recordEntry(row.stream, row.seq), String(row.seq)),
        plain(formatDateTime(row.at, locale)),
        `${plain(nameOf(row.actor.kind))}${addressOf(row, actor)}`,
        storyOf(row, found, { t, all }),
      ]),
    ),
    `<h2>${plain(t('files'))}</h2>`,
    found.files.length > 0
      ? table(
          [t('fileName'), t('size'), t('hash')],
          found.files.map(({ entry, size, sha256 }) => [
            link(entry, entry.split('/').at(-1) ?? entry),
            plain(formatBytes(size)),
            code(sha256),
          ]),
        )
      : `<p>${plain(t('none'))}</p>`,
    ...(found.missing.length > 0
      ? [`<h3>${plain(t('missing'))}</h3><p>${found.missing.map(code).join('<br>')}</p>`]
      : []),
    `<h2>${plain(t('chains'))}</h2>`,
    table(
      [t('chain'), t('count'), t('head')],
      found.streams.map(({ head }) => [plain(head.stream), String(head.records), code(head.head)]),
    ),
    `<h2>${plain(t('verify'))}</h2><p>${plain(t('verifyText'))}</p>`,
  ];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(t('title', { order: order.number }))}</title><style>${PAGE_STYLE}</style></head>
<body>${body.join('\n')}</body></html>
`;
}

function addressOf({ actor: { kind, ip } }: EvidenceRow, reader: Actor): string {
  const shown = ip && (reader.kind === 'operator' || reader.kind === kind);
  return shown ? `<br><span class="quiet">${plain(ip)}</span>` : '';
}

/** What happened in one record: the event, the state it led to, what was said, the files that came with it. */
function storyOf(
  row: EvidenceRow,
  found: Collected,
  { t, all }: { t: Translate; all: Translate },
): string {
  const key = `${row.noun}.event.${row.event}`;
  const stateKey = `${row.noun}.state.${row.toState}`;
  const moved = row.toState && row.toState !== row.fromState && all.has(stateKey);
  const said = ['reason', 'comment', 'note', 'text', 'answer', 'demand'].flatMap((name) => {
    const value = row.data[name];
    if (typeof value !== 'string' || !value) return [];
    return [
      `<p class="said">${name === 'demand' ? `${plain(t('demand'))}: ` : ''}${plain(value)}</p>`,
    ];
  });
  const files = row.files.map(({ name, sha256 }) => {
    const kept = found.files.find((file) => file.sha256 === sha256);
    return `<li>${kept ? link(kept.entry, name) : plain(name)}</li>`;
  });
  const side = PARTY[row.actor.kind ?? ''] ?? 'house';
  return [
    `<strong class="${side}">${plain(all.has(key) ? all(key) : `${row.noun}.${row.event}`)}</strong>`,
    moved ? ` <span class="quiet">→ ${plain(all(stateKey))}</span>` : '',
    ...said,
    files.length > 0 ? `<ul>${files.join('')}</ul>` : '',
  ].join('');
}
