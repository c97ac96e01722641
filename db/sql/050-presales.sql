-- The next free extension of the hotline. Row-level security hides the others' from a merchant, so the function looks
-- with its owner's eyes and answers one number only.
create or replace function next_presales_extension() returns integer
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max(extension), 999) + 1 from public.presales
$$;
revoke all on function next_presales_extension() from public;
grant execute on function next_presales_extension() to guildhall_app;
