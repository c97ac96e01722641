import type { Sql } from 'postgres';

/** Orders a customer places on average, and products a merchant has. */
const ORDERS_PER_BUYER = 10;
export const PRODUCTS_PER_MERCHANT = 5;

/** Of the stamp in an id (`lib/ids.ts`). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** How much of everything goes with a number of orders. */
export interface Size {
  orders: number;
  merchants: number;
  buyers: number;
}

export const sizeOf = (orders: number, merchants = 2000): Size => ({
  orders,
  merchants,
  buyers: Math.max(20, Math.floor(orders / ORDERS_PER_BUYER)),
});

/**
 * Helpers and the plan of every order, in a schema of their own that is dropped at the end. Orders are spread evenly
 * over the two years before now; one in ten is of the first merchant, the rest of all others alike.
 */
export async function makePlan(sql: Sql, { orders, merchants, buyers }: Size): Promise<void> {
  await sql`drop schema if exists bulk cascade`;
  await sql`create schema bulk`;
  await sql.unsafe(`
    create function bulk.base32(value bigint) returns text language sql immutable parallel safe as $$
      select ${Array.from({ length: 10 }, (_, i) => `substr('${LETTERS}', (value >> ${45 - 5 * i} & 31)::int + 1, 1)`).join(' || ')}
    $$;
    -- As lib/ids.ts makes them: prefix, stamp, and 16 letters, here not random so that a run can be repeated.
    create function bulk.id(prefix text, stamp text, salt text) returns text language sql immutable parallel safe as $$
      select prefix || '_' || stamp || left(md5(salt), 16)
    $$;
    create function bulk.iso(at timestamptz) returns text language sql stable parallel safe as $$
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    $$`);
  await sql`create unlogged table bulk.size as
    select ${orders}::int as orders, ${merchants}::int as merchants, ${buyers}::int as buyers,
      date_trunc('second', now()) as now`;
  await sql`
    create unlogged table bulk.plan as
    select n, bulk.id('od', stamp, 'order' || n) as id, stamp, at, merchant, buyer, product, state, amount, fee_rate,
      (amount * fee_rate + 5000) / 10000 as fee,
      case when state in ('processing', 'completed') then at + interval '1 hour' end as paid_at,
      case when state = 'completed' then at + interval '12 days' end as completed_at,
      case when state = 'cancelled' then at + interval '1 hour' end as cancelled_at,
      case when state = 'processing'
        then (array['requirement', 'requirementConfirm', 'delivery', 'delivery', 'acceptance'])[1 + n % 5]
        when state = 'completed' then 'done' end as node,
      greatest(at + interval '2 hours', now - (n % 72) * interval '1 hour') as node_since
    from (
      select n, at, now, merchant, buyer, bulk.base32((extract(epoch from at) * 1000)::bigint) as stamp,
        (merchant - 1) * ${PRODUCTS_PER_MERCHANT}::int + 1 + n / 10 % ${PRODUCTS_PER_MERCHANT}::int as product,
        (9900 + merchant % 90 * 1000 + n / 10 % 5 * 30000)::bigint as amount,
        (array[300, 500, 500, 800])[1 + merchant % 4] as fee_rate,
        case when n::bigint * 7919 % 100 < 12 then 'cancelled'
          when at > now - interval '5 days' and n::bigint * 7919 % 100 < 60 then 'pendingPayment'
          when at > now - interval '13 days' or n::bigint * 7919 % 100 < 25 then 'processing'
          else 'completed' end as state
      from (
        select n, size.now,
          size.now - (size.orders - n + 1) * (interval '730 days' / size.orders) + interval '1 millisecond' * (n % 1000) as at,
          case when n % 10 = 0 or size.merchants = 1 then 1 else 2 + n::bigint * 7919 % (size.merchants - 1) end::int as merchant,
          (1 + n::bigint * 104729 % size.buyers)::int as buyer
        from bulk.size, generate_series(1, size.orders) n
      ) drawn
    ) named`;
  await sql`create index on bulk.plan (n)`;
  await sql`analyze bulk.plan`;
}
