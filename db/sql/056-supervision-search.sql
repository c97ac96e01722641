-- Records of delivery by words, at most `most` of them in no order. As for the shelf, the index serves only who looks with
-- its owner's eyes; the fence is here: a merchant names itself, only staff and the system may name nobody.
create or replace function supervision_search(words text, within text, most integer) returns setof text
language sql stable security definer set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off
  set enable_bitmapscan = on as $$
  select id from supervision
  where to_tsvector('simple', search_text) @@ to_tsquery('simple', words) and (within = '' or merchant_id = within)
    and (case within when '' then current_setting('app.scope', true) in ('operations', 'system')
      else within = current_setting('app.merchant_id', true) end)
  limit most
$$;
revoke all on function supervision_search(text, text, integer) from public;
grant execute on function supervision_search(text, text, integer) to guildhall_app;
