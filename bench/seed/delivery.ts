import type { Sql } from 'postgres';
import { searchDocument } from '@/lib/search/words';
import type { Range } from './bulk';

const DEMANDS = {
  requirement: [{ kind: 'requirementAttachment', min: 1, max: 10 }],
  delivery: [
    { kind: 'sow', min: 1, max: 10 },
    { kind: 'acceptanceDocument', min: 1, max: 10 },
    { kind: 'screenshot', min: 0, max: 10 },
  ],
  description: true,
  checks: [],
};

/**
 * A supervision record of every paid order and an instance of every completed one, with what is due next. The rounds
 * and documents that the parties handed in are left out.
 */
export async function fillDelivery(sql: Sql, { from, to }: Range): Promise<void> {
  const word = searchDocument('标准版 科技有限公司 软件有限公司');
  await sql`
    insert into supervision (id, state, state_since, due_at, version, created_at, updated_at, order_id, order_number, order_line_id,
      merchant_id, buyer_id, product_id, flow_version, template, requirement_step, delivery_type, product_class, scene,
      acceptance_rule, re_review, demands, product_name, spec_name, merchant_name, buyer_name, account_name, amount,
      ordered_at, paid_at, delivery_period_days, requirement_round, delivery_round, stalled_since, accepted_at, instance_id)
    select bulk.id('sv', stamp, 'supervision' || n), node, case node when 'done' then o.completed_at else node_since end,
      case node when 'done' then null else node_since + interval '5 days' end, 1, o.paid_at, o.updated_at, o.id, o.number,
      o.id || '-000001', o.merchant_id, o.buyer_id, o.product_id, 'v2', 'standard', true, 'manualService', 'general', 'none',
      'seller', false, ${sql.json(DEMANDS)}, o.product_name, '标准版', o.merchant_name, o.customer_name,
      o.account_name, o.amount, o.created_at, o.paid_at,
      15, case node when 'requirement' then 0 else 1 end, case when node in ('acceptance', 'done') then 1 else 0 end,
      case node when 'done' then null else node_since end, o.completed_at,
      case node when 'done' then bulk.id('in', stamp, 'instance' || n) end
    from bulk.plan join "order" o on o.id = plan.id
    where node is not null and n between ${from} and ${to}
    order by n`;
  await sql`
    insert into instance (id, state, state_since, version, created_at, updated_at, order_id, order_number, order_line_id, supervision_id,
      buyer_id, merchant_id, product_id, spec_id, sku_id, product_name, spec_name, merchant_name, logo_file_id, search_text,
      attributes, quantity, billing, periods, valid_from, starts_by)
    select bulk.id('in', stamp, 'instance' || n), 'active', o.completed_at, 1, o.completed_at, o.completed_at, o.id, o.number, o.id || '-000001',
      bulk.id('sv', stamp, 'supervision' || n), o.buyer_id, o.merchant_id, o.product_id, 'sp_bulk_' || product, 'sk_bulk_' || product,
      o.product_name, '标准版', o.merchant_name, 'fl_none', concat_ws(' ', o.number, product.search_text, ${word}::text), '[]', 1, 'oneTime', 1,
      o.completed_at, 'accepted'
    from bulk.plan join "order" o on o.id = plan.id join product on product.id = o.product_id
    where node = 'done' and n between ${from} and ${to}
    order by n`;
  await sql`
    insert into deadline (id, noun, subject_id, event, rule, due_at, status, merchant_id, buyer_id)
    select bulk.id('dl', stamp, 'deadline' || n), case when node is null then 'order' else 'supervision' end,
      case when node is null then id else bulk.id('sv', stamp, 'supervision' || n) end,
      case when node is null then 'lapse' else 'remind' end,
      case when node is null then 'row' else 'supervision.deliveryDays' end,
      case when node is null then at + interval '7 days' else node_since + interval '5 days' end, 'pending', 'mc_bulk_' || merchant, 'ac_bulk_b' || buyer
    from bulk.plan
    where (state = 'pendingPayment' or node <> 'done') and n between ${from} and ${to}`;
}
