-- The reviews of a buyer: their author's name is erased when the account is closed.
CREATE INDEX review_buyer ON review (buyer_id);
-- For the export of one's own data.
CREATE INDEX dispute_of_buyer ON dispute (buyer_id, id);
CREATE INDEX dispute_of_seller ON dispute (seller_id, id);
