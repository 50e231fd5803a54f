-- The moves of each item, to add them up without reading those of others. A move costs about 10 µs and 150 bytes of
-- write-ahead log more; without it, each check of any item's stock reads the whole table.
CREATE INDEX stock_move_item ON stock_move (item_id, id) INCLUDE (quantity);
