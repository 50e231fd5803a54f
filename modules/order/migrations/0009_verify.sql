-- The reconciliation adds up the moves of an item, range by range of items.
CREATE INDEX stock_move_item ON stock_move (item_id, id) INCLUDE (quantity);
