-- Lists read some dozens of rows at scattered places. At the cost that PostgreSQL assumes for that, of disks that have to
-- turn, it would rather walk the whole table, past everybody else's rows. Who migrates may not own the database.
do $$ begin
  execute format('alter database %I set random_page_cost = 1.1', current_database());
exception when insufficient_privilege then null;
end $$;
