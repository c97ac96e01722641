-- Background jobs. The application's role adds jobs in its own transactions but has no other right on the queue.

drop function if exists app_add_job(text, json, timestamptz, text, integer);
create or replace function app_add_job(
  job_name text,
  payload json,
  run_at timestamptz default null,
  job_key text default null,
  max_attempts integer default null,
  priority integer default null
) returns bigint
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select (graphile_worker.add_job(
    identifier => job_name,
    payload => payload,
    run_at => run_at,
    job_key => job_key,
    max_attempts => max_attempts,
    priority => priority
  )).id
$$;

revoke all on function app_add_job(text, json, timestamptz, text, integer, integer) from public;
grant execute on function app_add_job(text, json, timestamptz, text, integer, integer) to guildhall_app;

revoke insert, update, delete, truncate on installation_fact, worker_heartbeat from guildhall_app;
