-- Order lists are searched by a part of a name. Under row-level security no index helps ILIKE, and an index over every
-- order would hold each name as often as it was ordered, so the names stand in tables of their own.

-- Every ending of a name, as far as order_name_tail keeps it.
create or replace function name_tails(name text) returns setof text
language sql immutable parallel safe strict as $$
  select distinct substr(lower(name), place, 32) from generate_series(1, length(lower(name))) place
$$;

create or replace function order_names_follow() returns trigger language plpgsql as $$
begin
  with fresh as (
    insert into order_name (merchant_id, kind, ref, name)
    select new.merchant_id, kind, ref, name
    from (values ('customer', new.buyer_id, new.customer_name), ('account', new.buyer_id, new.account_name),
        ('product', new.product_id, new.product_name), ('merchant', new.merchant_id, new.merchant_name)
      ) named (kind, ref, name)
    order by kind, ref, name
    on conflict do nothing
    returning kind, ref, name)
  insert into order_name_tail (kind, tail, ref)
  select kind, tail, ref from fresh, name_tails(name) tail
  order by kind, tail collate "C", ref
  on conflict do nothing;
  return null;
end $$;

drop trigger if exists order_names on "order";
create trigger order_names after insert on "order" for each row execute function order_names_follow();

-- Which accounts, products or merchants bear a name like this on orders that the asking side may see: at most `most`, some
-- perhaps twice, and of a text longer than the tails all that begin like it. Who has none of a common name must not read
-- the marketplace's bearers for it, so then the merchant's own names are looked at.
-- Only a plain scan of the key stops at `most`. The fence is here: a merchant names itself, only staff and the system may name nobody.
create or replace function order_refs(within text, of_kind text, part text, most integer) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, public set enable_seqscan = off
  set enable_bitmapscan = off as $$
declare
  start text collate "C" := left(lower(part), 32);
  bearers text[];
begin
  if (case within when '' then current_setting('app.scope', true) in ('operations', 'system')
    else within = current_setting('app.merchant_id', true) end) is not true then return; end if;
  bearers := array(
    select t.ref from order_name_tail t
    where t.kind = of_kind and t.tail >= start and t.tail < start || chr(1114111) -- the last letter there is
    limit most);
  if within = '' then
    return query select unnest(bearers);
  elsif cardinality(bearers) < most then
    return query select n.ref from order_name n
      where n.merchant_id = within and n.kind = of_kind and n.ref = any(bearers);
  else
    return query select n.ref from order_name n
      where n.merchant_id = within and n.kind = of_kind and position(start in lower(n.name)) > 0 limit most;
  end if;
end $$;
revoke all on function order_refs(text, text, text, integer) from public;
grant execute on function order_refs(text, text, text, integer) to guildhall_app;
