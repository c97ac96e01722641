-- The lines of an invoice are written by the same event, just before the invoice's own row.
alter table invoice_order alter constraint invoice_order_invoice_id_invoice_id_fk deferrable initially deferred;
