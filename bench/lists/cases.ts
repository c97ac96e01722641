import type { Sql } from 'postgres';

export interface Case {
  portal: 'merchant' | 'ops';
  name: string;
  path: string;
}

/** Orders before the deep page, as a share of the list. */
const DEEP = 0.45;

/**
 * The pages that are read, with filters that answer as many rows in a small database as in a large one: the first
 * merchant has a tenth of the orders, its customers ten each with it.
 */
export async function casesOf(sql: Sql): Promise<Case[]> {
  const [one] = await sql<{ customer: string; number: string }[]>`
    select customer_name as customer, number from "order"
    where merchant_id = 'mc_bulk_1' and state = 'completed' order by id desc offset 60 limit 1`;
  const days = await sql<{ from: string; to: string }[]>`
    select to_char(now() - interval '600 days', 'YYYY-MM-DD') as from, to_char(now() - interval '30 days', 'YYYY-MM-DD') as to`;
  const { from, to } = days[0] ?? { from: '', to: '' };
  const deep = async (condition: object) => {
    const [row] = await sql<{ id: string }[]>`
      select id from "order" where ${condition as never} order by id desc
      offset (select (count(*) * ${DEEP}::float8)::int from "order" where ${condition as never}) limit 1`;
    return row?.id ?? '';
  };
  const after = {
    merchant: await deep(sql`merchant_id = 'mc_bulk_1'`),
    ops: await deep(sql`true`),
  };
  const customer = encodeURIComponent(one?.customer ?? '');
  const words = (text: string) => encodeURIComponent(text);
  return (['merchant', 'ops'] as const).flatMap((portal) => {
    const page = (name: string, query: string, noun = 'orders'): Case => ({
      portal,
      name,
      path: `/${portal}/${noun}${query}`,
    });
    return [
      page('first page', ''),
      page('one state', '?state=completed'),
      page('number', `?number=${one?.number}`),
      page('rare customer', `?customer=${customer}`),
      page('common customer', `?customer=${words('科技')}`),
      page('product', `?product=${words('实施服务')}`),
      page('no such customer', `?customer=${words('从未来过')}`),
      page('any name', `?q=${customer}`),
      page('days', `?from=${from}&to=${to}`),
      page('rare customer, days', `?customer=${customer}&from=${from}&to=${to}`),
      page(
        'product, state, days',
        `?product=${words('实施')}&state=completed&from=${from}&to=${to}`,
      ),
      page('customer and product', `?customer=${words('科技')}&product=${words('迁移')}`),
      page('deep page', `?after=${after[portal]}`),
      page('supervision', '', 'supervision'),
      page('supervision, turn', '?turn=merchant', 'supervision'),
      page('supervision, turn of nobody', '?turn=operations', 'supervision'),
      page('supervision, open', '?node=open', 'supervision'),
      page('supervision, customer', `?q=${customer}`, 'supervision'),
      page('supervision, number', `?q=${one?.number}`, 'supervision'),
      page('supervision, words', `?q=${words('实施服务')}`, 'supervision'),
      { portal, name: 'overview', path: `/${portal}` },
    ];
  });
}
