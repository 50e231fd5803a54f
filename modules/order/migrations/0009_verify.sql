-- The reconciliation adds up the moves of an item, range by range of items: the unique index begins with the item for it,
-- so that a sale maintains no further index.
DROP INDEX stock_move_once;
CREATE UNIQUE INDEX stock_move_once ON stock_move (item_id, order_id, kind) INCLUDE (quantity) WHERE order_id IS NOT NULL;
CREATE INDEX stock_move_by_hand ON stock_move (item_id) INCLUDE (quantity) WHERE order_id IS NULL;
