import type { Sql } from 'postgres';
import { plainContent } from '@/db/factories/product';
import { searchDocument } from '@/lib/search/words';
import { PRODUCTS_PER_MERCHANT } from './plan';

const PRODUCTS = [
  '上云迁移实施服务',
  '数据库调优服务',
  '等保整改咨询',
  '应用改造实施服务',
  '运维代管服务',
];

/** Customers with a confirmed name, merchants with their owners, and what the merchants sell. */
export async function fillPeople(sql: Sql): Promise<void> {
  await sql`
    insert into account (id, email, name, phone, email_verified_at, real_name_kind, real_name, real_name_at, created_at, updated_at)
    select 'ac_bulk_b' || i, 'buyer' || i || '@bulk.example', 'buyer-' || i, '13800000000', t, 'enterprise',
      (array['上海', '北京', '杭州', '深圳', '成都', '武汉', '西安', '南京'])[1 + i % 8]
        || (array['云启', '华信', '天枢', '远航', '德润', '联创', '锐思'])[1 + i % 7] || i || '科技有限公司', t, t, t
    from bulk.size, generate_series(1, size.buyers) i, lateral (select size.now - interval '3 years' as t) x`;
  await sql`
    insert into account (id, email, name, phone, email_verified_at, real_name_kind, real_name, real_name_at, created_at, updated_at)
    select 'ac_bulk_m' || i, 'owner' || i || '@bulk.example', 'owner-' || i, '13900000000', t, 'enterprise', '商家' || i || '软件有限公司', t, t, t
    from bulk.size, generate_series(1, size.merchants) i, lateral (select size.now - interval '3 years' as t) x`;
  const profile = {
    logoFileId: 'fl_none',
    introduction: '数据迁移与云上运维服务。',
    businessContact: { name: '李雷', mobile: '13900000000', email: 'biz@bulk.example' },
    address: {
      country: 'CN',
      province: '浙江省',
      city: '杭州市',
      street: '文一西路 1 号',
      postalCode: '310000',
    },
    servicePhone: '0571-88880000',
    serviceEmail: 'service@bulk.example',
  };
  await sql`
    insert into merchant (id, owner_account_id, name, credit_code, profile, access_key, certified_at, created_at, updated_at)
    select 'mc_bulk_' || i, 'ac_bulk_m' || i, '商家' || i || '软件有限公司', 'bulk' || i, ${sql.json(profile)}, 'bulk' || i, t, t, t
    from bulk.size, generate_series(1, size.merchants) i, lateral (select size.now - interval '3 years' as t) x`;
  await sql`
    insert into merchant_card (merchant_id, name, logo_file_id, introduction, service_phone, service_email)
    select id, name, 'fl_none', '数据迁移与云上运维服务。', '0571-88880000', 'service@bulk.example' from merchant`;
  await sql`
    insert into member (id, merchant_id, account_id, owner, created_at)
    select replace(id, 'mc_', 'mb_'), id, owner_account_id, true, created_at from merchant`;
  await fillProducts(sql);
}

async function fillProducts(sql: Sql): Promise<void> {
  const words = PRODUCTS.map((name) => searchDocument(name));
  await sql`
    insert into product (id, state, state_since, created_at, updated_at, merchant_id, class, delivery_type, name, product_version,
      logo_file_id, category_id, tax_type, public_sale, content, fee_rate, from_price, search_text, listed_at)
    select 'pd_bulk_' || p, 'onSale', t, t, t, 'mc_bulk_' || m, 'general', 'manualService', (${PRODUCTS}::text[])[k] || ' ' || p,
      'V1.0', 'fl_none', 'ct_data-migration', 'service', true, ${sql.json(JSON.parse(JSON.stringify(plainContent)))},
      (array[300, 500, 500, 800])[1 + m % 4], 9900, (${words}::text[])[k] || ' ' || p, t
    from bulk.size, generate_series(1, size.merchants) m, generate_series(1, ${PRODUCTS_PER_MERCHANT}::int) k,
      lateral (select (m - 1) * ${PRODUCTS_PER_MERCHANT}::int + k as p, size.now - interval '30 months' as t) x`;
  await sql`
    insert into spec (id, product_id, merchant_id, state, name, hidden, pricing, attributes, position, created_at, updated_at)
    select replace(id, 'pd_', 'sp_'), id, merchant_id, 'onSale', '标准版', false, 'simple', '[]', 1, created_at, created_at from product`;
  await sql`
    insert into sku (id, spec_id, product_id, merchant_id, state, billing, attributes, key, price, tax_type, position, created_at, updated_at)
    select replace(id, 'pd_', 'sk_'), replace(id, 'pd_', 'sp_'), id, merchant_id, 'onSale', 'oneTime', '[]', 'oneTime', 9900, 'service', 1,
      created_at, created_at from product`;
}
