-- What the application's role may do. It owns nothing, bypasses nothing, and may not rewrite history.
grant usage on schema public to guildhall_app;
grant select, insert, update, delete on all tables in schema public to guildhall_app;
grant usage on all sequences in schema public to guildhall_app;

revoke update, delete, truncate on evidence, ledger_entry, ledger_posting from guildhall_app;
