-- An order's lines are written by the same event, just before the order's own row.
alter table order_line alter constraint order_line_order_id_order_id_fk deferrable initially deferred;
