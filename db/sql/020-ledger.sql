-- Postings of an entry sum to zero, checked when the transaction commits.
create or replace function ledger_entry_balances() returns trigger language plpgsql as $$
declare total numeric;
begin
  select coalesce(sum(amount), 0) into total from ledger_posting where entry_id = new.entry_id;
  if total <> 0 then
    raise exception 'ledger entry % does not sum to zero but to %', new.entry_id, total using errcode = 'check_violation';
  end if;
  return null;
end $$;

drop trigger if exists ledger_posting_sum on ledger_posting;
create constraint trigger ledger_posting_sum after insert on ledger_posting
  deferrable initially deferred for each row execute function ledger_entry_balances();

-- The balance of a guarded account is kept beside its postings and may not fall below zero.
create or replace function ledger_account_follows() returns trigger language plpgsql as $$
begin
  update ledger_account set balance = balance + new.amount where id = new.account_ref and guarded;
  return null;
end $$;

drop trigger if exists ledger_posting_balance on ledger_posting;
create trigger ledger_posting_balance after insert on ledger_posting
  for each row execute function ledger_account_follows();

alter table ledger_account drop constraint if exists ledger_account_not_negative;
alter table ledger_account add constraint ledger_account_not_negative check (not guarded or balance >= 0);
