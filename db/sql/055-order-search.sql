-- Order lists are searched by a part of a name. Under row-level security no index helps ILIKE, and an index over every
-- order would hold each name as often as it was ordered, so the names stand once in order_name.

-- Letters and pairs of neighbouring letters: whatever contains a text contains all of its pairs.
create or replace function letter_pairs(words text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
  pairs text[] := string_to_array(lower(words), null);
  letter text;
  before text;
begin
  foreach letter in array pairs loop
    if before is not null then pairs := pairs || (before || letter); end if;
    before := letter;
  end loop;
  return pairs;
end $$;

-- The scope and the kind are one more word, so that one merchant's names are found without those of the others.
create or replace function order_name_words(scope text, kind text, name text) returns text[]
language sql immutable parallel safe strict as $$
  select array_append(public.letter_pairs(name), scope || '|' || kind)
$$;

create index if not exists order_name_search on order_name
  using gin (order_name_words(scope, kind, name)) with (fastupdate = off);

create or replace function order_names_follow() returns trigger language plpgsql as $$
begin
  insert into order_name (scope, kind, ref, name)
  select scope, kind, ref, name
  from (values ('customer', new.buyer_id, new.customer_name), ('account', new.buyer_id, new.account_name),
      ('product', new.product_id, new.product_name), ('merchant', new.merchant_id, new.merchant_name)
    ) named (kind, ref, name), (values (''), (new.merchant_id)) scopes (scope)
  order by scope, kind, ref, name
  on conflict do nothing;
  return null;
end $$;

drop trigger if exists order_names on "order";
create trigger order_names after insert on "order" for each row execute function order_names_follow();

-- Which accounts, products or merchants bear a name like this on orders that the asking side may see, at most `most`
-- of them. The match operators are not leakproof, so that the index serves only who looks with its owner's eyes; the
-- fence is therefore here: a merchant names itself, only staff and the system may name nobody.
create or replace function order_refs(within text, of_kind text, part text, most integer) returns setof text
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off
  set enable_bitmapscan = on as $$
  select distinct ref from order_name
  where order_name_words(scope, kind, name) @> array_append(
      -- Single letters come first; of a longer part the pairs say all that they would.
      (letter_pairs(part))[case when length(part) > 1 then length(part) + 1 else 1 end:], within || '|' || of_kind)
    and position(lower(part) in lower(name)) > 0
    and (case within when '' then current_setting('app.scope', true) in ('operations', 'system')
      else within = current_setting('app.merchant_id', true) end)
  limit most
$$;
revoke all on function order_refs(text, text, text, integer) from public;
grant execute on function order_refs(text, text, text, integer) to guildhall_app;
