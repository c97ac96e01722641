-- A signed text is never changed, and a signature never taken back.
revoke update, delete, truncate on agreement, agreement_signature from guildhall_app;
