import { sql } from 'drizzle-orm';
import type { Case } from './case';

/** Batches gave out what they have, and every voucher is where its order says. */
export async function judgeVouchers(found: Case): Promise<void> {
  await found.expectNone(
    'batches that gave out more or less than they have',
    sql`select v.id, v.quantity from voucher v where exists (select from voucher_stock k where k.voucher_id = v.id)
      and v.quantity <> (select sum(left_over) from voucher_stock k where k.voucher_id = v.id)
        + (select count(*) from voucher_piece p where p.voucher_id = v.id)
        + (select count(*) from voucher_code c where c.voucher_id = v.id and c.piece_id is null)
        + (select count(*) from voucher_name n where n.voucher_id = v.id and n.piece_id is null)`,
  );
  await found.expectNone(
    'codes and names that point at no voucher',
    sql`select id from (select id, piece_id from voucher_code union all select id, piece_id from voucher_name) x
      where piece_id is not null and not exists (select from voucher_piece p where p.id = x.piece_id)`,
  );
  await found.expectNone(
    'customers of a list that were given nothing',
    sql`select n.id from voucher_name n join voucher v on v.id = n.voucher_id where v.state = 'active' and n.piece_id is null`,
  );
  await found.expectNone(
    'vouchers that outlived their batch',
    sql`select p.id, v.state from voucher_piece p join voucher v on v.id = p.voucher_id where p.state = 'claimed' and v.state <> 'active'`,
  );
  await found.expectNone(
    'orders whose voucher is elsewhere',
    sql`select o.id, o.state, p.state as piece, p.order_id from "order" o join voucher_piece p on p.id = o.voucher_piece_id
      where (o.state = 'pendingPayment' and (p.state <> 'locked' or p.order_id is distinct from o.id))
        or (o.state = 'processing' and (p.state <> 'used' or p.order_id is distinct from o.id))`,
  );
  await found.expectNone(
    'vouchers held by an order that has let go of them',
    sql`select p.id, p.state, o.state as "order" from voucher_piece p left join "order" o on o.id = p.order_id and o.voucher_piece_id = p.id
      where (p.state = 'locked' and o.state is distinct from 'pendingPayment')
        or (p.state = 'used' and coalesce(o.state, '') not in ('processing', 'completed'))`,
  );
  await found.count('vouchers', sql`select count(*) as n from voucher_piece`);
  await found.count(
    'vouchersUsed',
    sql`select count(*) as n from voucher_piece where state = 'used'`,
  );
}

/** Invoices hold the lines they name, at what is left of them. */
export async function judgeInvoices(found: Case): Promise<void> {
  await found.expectNone(
    'invoices and lines that do not hold each other',
    sql`select i.id, i.state, l.live from invoice i join invoice_order l on l.invoice_id = i.id
      where l.live <> (i.state not in ('revoked', 'returned'))`,
  );
  await found.expectNone(
    'invoices that differ from their lines',
    sql`select i.id, i.amount from invoice i
      where i.amount <> coalesce((select sum(l.amount) from invoice_order l where l.invoice_id = i.id), 0)`,
  );
  await found.expectNone(
    'invoices of other than what was paid and kept',
    sql`select o.id from "order" o join invoice_order l on l.order_id = o.id and l.live
      group by o.id having sum(l.amount) <> o.amount - o.voucher_amount - o.refunded`,
  );
  await found.expectNone(
    'issued invoices without their file',
    sql`select i.id from invoice i where i.state in ('toSign', 'done', 'returned') and i.medium <> 'paper'
      and not exists (select from file f where f.id = i.file_id and f.state = 'attached')`,
  );
  await found.count('invoices', sql`select count(*) as n from invoice`);
}

/** Products add up to their published reviews. */
export async function judgeReviews(found: Case): Promise<void> {
  await found.expectNone(
    'products whose stars are not those of their reviews',
    sql`select p.id, g.count, r.count as published from product p
      left join product_rating g on g.product_id = p.id
      left join (select product_id, count(*)::int, sum(quality)::int as quality, sum(service)::int as service, sum(delivery)::int as delivery
        from product_review where state = 'published' group by product_id) r on r.product_id = p.id
      where (coalesce(g.count, 0), coalesce(g.quality, 0), coalesce(g.service, 0), coalesce(g.delivery, 0))
        <> (coalesce(r.count, 0), coalesce(r.quality, 0), coalesce(r.service, 0), coalesce(r.delivery, 0))`,
  );
  await found.expectNone(
    'pictures of reviews that are not kept',
    sql`select r.id from product_review r, unnest(r.picture_file_ids) picture
      where not exists (select from file f where f.id = picture and f.state = 'attached' and 'productReview:' || r.id = any(f.users))`,
  );
  await found.count('reviews', sql`select count(*) as n from product_review`);
}
