import type { Sql } from 'postgres';
import type { Range } from './bulk';

const RULES = [
  ['product.feeRate', 500, 'money.md 7.1'],
  ['tax.rates', 600, 'money.md 2'],
  ['order.payWithinDays', 7, 'orders-and-refunds.md 3'],
  ['supervision.flowV2From', 'v2', 'service-supervision.md 4'],
].map(([key, value, rule]) => ({ key, value, versionId: null, effectiveFrom: null, rule }));

/** Orders with their lines, as placing, paying, cancelling and completing leave them. */
export async function fillOrders(sql: Sql, { from, to }: Range): Promise<void> {
  await sql`
    insert into "order" (id, state, state_since, due_at, version, created_at, updated_at, number, buyer_id, merchant_id, product_id,
      product_name, merchant_name, customer_name, account_name, amount, pay_by, paid_at, completed_at, cancelled_at,
      cancel_reason, fee, payable, buyer_snapshot, agreement_file_id, agreement_name, agreement_sha256, rules, request_key)
    select plan.id, plan.state, coalesce(completed_at, cancelled_at, paid_at, at),
      case plan.state when 'pendingPayment' then at + interval '7 days' end,
      case plan.state when 'pendingPayment' then 1 when 'completed' then 3 else 2 end, at, coalesce(completed_at, cancelled_at, paid_at, at),
      to_char(at at time zone 'Asia/Shanghai', 'YYMMDD') || lpad((n::bigint * 48271009 % 100000000)::text, 8, '0'),
      buyer.id, 'mc_bulk_' || merchant, product.id, product.name, card.name, buyer.real_name, buyer.name, amount,
      at + interval '7 days', paid_at, completed_at, cancelled_at, case plan.state when 'cancelled' then 'buyer' end,
      case plan.state when 'completed' then fee end, case plan.state when 'completed' then amount - fee end,
      json_build_object('name', buyer.name, 'realName', buyer.real_name, 'realNameKind', 'enterprise', 'email', buyer.email, 'phone', buyer.phone),
      'fl_none', '服务协议.pdf', repeat('0', 64), ${sql.json(RULES)}, 'bulk' || n
    from bulk.plan
    join account buyer on buyer.id = 'ac_bulk_b' || plan.buyer
    join product on product.id = 'pd_bulk_' || plan.product
    join merchant_card card on card.merchant_id = product.merchant_id
    where n between ${from} and ${to}
    order by n`;
  await sql`
    insert into order_line (id, order_id, buyer_id, merchant_id, product_id, spec_id, sku_id, product_name, product_version, spec_name,
      logo_file_id, attributes, billing, quantity, periods, unit_price, amount, fee_rate, tax_type, tax_rate, flow_version,
      requirement_step, delivery_period_days, created_at)
    select plan.id || '-000001', plan.id, 'ac_bulk_b' || buyer, 'mc_bulk_' || merchant, product.id, 'sp_bulk_' || product, 'sk_bulk_' || product,
      product.name, 'V1.0', '标准版', 'fl_none', '[]', 'oneTime', 1, 1, amount, amount, plan.fee_rate, 'service', 600, 'v2', true, 15, at
    from bulk.plan join product on product.id = 'pd_bulk_' || plan.product
    where n between ${from} and ${to}
    order by n`;
}

/** The names that searches look among; what the trigger on orders would have written. */
export async function fillNames(sql: Sql): Promise<void> {
  await sql`
    insert into order_name (merchant_id, kind, ref, name)
    select distinct merchant_id, kind, ref, name
    from (select distinct merchant_id, buyer_id, product_id, customer_name, account_name, product_name, merchant_name from "order") o,
      lateral (values ('customer', buyer_id, customer_name), ('account', buyer_id, account_name),
        ('product', product_id, product_name), ('merchant', merchant_id, merchant_name)) named (kind, ref, name)`;
  await sql`
    insert into order_name_tail (kind, tail, ref)
    select kind, tail, ref from (select distinct kind, ref, name from order_name) named, name_tails(name) tail
    group by kind, tail, ref`;
}
