-- The ledger keeps each account's statement itself, knows which sales are confirmed, and has a place for money whose
-- owner is gone.

-- Points whose owner has closed the account, or whose balance could not hold them. No balance row, like escrow: its sum
-- follows from its transfers, and `for_id` names the owner of each.
ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_kind_check;
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_kind_check
  CHECK (kind IN ('external', 'customer', 'seller', 'escrow', 'fee', 'suspense'));
INSERT INTO ledger_account (id, kind) VALUES ('00000000-0000-7000-8000-000000000004', 'suspense');
ALTER TABLE transfer ADD COLUMN for_id uuid;
ALTER TABLE transfer ADD CONSTRAINT transfer_names_owner_of_suspense
  CHECK ((credit_id = '00000000-0000-7000-8000-000000000004') = (for_id IS NOT NULL));
CREATE INDEX transfer_to_suspense ON transfer (id DESC) INCLUDE (amount) WHERE for_id IS NOT NULL;
CREATE INDEX transfer_from_suspense ON transfer (id) INCLUDE (amount) WHERE debit_id = '00000000-0000-7000-8000-000000000004';
-- A failed payout is reversed at most once; `memo` names the payout.
CREATE UNIQUE INDEX transfer_reversal_once ON transfer (memo) WHERE kind = 'payout_reversal';

-- Fees have no balance row any more: one row that every purchase locks stops all sales when one instance stalls.
DELETE FROM balance WHERE account_id = '00000000-0000-7000-8000-000000000003';

-- A balance stays below 2^53, so that no client rounds it. `last_seq` numbers the entries of the account.
ALTER TABLE balance
  ADD COLUMN last_seq bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT balance_ceiling CHECK (posted <= 9000000000000000);

-- The statement of each account that has a balance: what each transfer changed, numbered and with the balance after it,
-- both assigned under the balance's lock. It replaces the two indexes that statements were read with.
CREATE TABLE entry (
  account_id uuid NOT NULL,
  seq bigint NOT NULL,
  transfer_id uuid NOT NULL,
  amount bigint NOT NULL,
  balance_after bigint NOT NULL,
  PRIMARY KEY (account_id, seq)
);
INSERT INTO entry (account_id, seq, transfer_id, amount, balance_after)
  SELECT b.account_id, row_number() OVER w, e.id, e.change, (sum(e.change) OVER w)::bigint
  FROM (SELECT id, at, debit_id AS account_id, -amount AS change FROM transfer
        UNION ALL SELECT id, at, credit_id, amount FROM transfer) e
  JOIN balance b USING (account_id)
  WINDOW w AS (PARTITION BY b.account_id ORDER BY e.at, e.id ROWS UNBOUNDED PRECEDING);
UPDATE balance SET last_seq = e.seq FROM (SELECT account_id, max(seq) AS seq FROM entry GROUP BY 1) e
  WHERE balance.account_id = e.account_id;
DROP INDEX transfer_debit, transfer_credit;

-- Since when the seller may pay a part's points out: its confirmation (구매확정). Earlier purchases count as confirmed,
-- since the ledger was not told of confirmations under `on-purchase`.
ALTER TABLE order_money ADD COLUMN confirmed_at timestamptz;
-- The request for a covered refund that was refused last: it is never granted later, when it is repeated or arrives late.
ALTER TABLE order_money ADD COLUMN refused_ref uuid;
UPDATE order_money SET confirmed_at = now() WHERE settled > 0;
CREATE INDEX order_money_open_seller ON order_money (seller_id) INCLUDE (paid, fee, settled)
  WHERE refunded = 0 AND confirmed_at IS NULL;
DROP INDEX order_money_held_seller;

-- Points of a seller's balance that belong to sales that are not confirmed yet.
CREATE FUNCTION unconfirmed_points(seller uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = account, pg_temp AS $$
  SELECT coalesce(sum(paid - fee), 0)::bigint FROM order_money
  WHERE seller_id = seller AND refunded = 0 AND confirmed_at IS NULL AND settled > 0
$$;

-- Balances follow from transfers: one aggregated update per statement, rows locked in id order.
CREATE OR REPLACE FUNCTION post_transfers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = account, pg_temp AS $$
DECLARE
  account_ids uuid[];
  changes bigint[];
  counts bigint[];
  pays_out boolean;
  poor uuid;
BEGIN
  SELECT array_agg(account_id ORDER BY account_id), array_agg(change ORDER BY account_id), array_agg(count ORDER BY account_id),
    bool_or(payout)
    INTO account_ids, changes, counts, pays_out
  FROM (
    SELECT account_id, sum(change)::bigint AS change, count(*) AS count, bool_or(kind = 'payout') AS payout
    FROM (SELECT debit_id AS account_id, -amount AS change, kind FROM new_transfer
          UNION ALL SELECT credit_id, amount, kind FROM new_transfer) AS entry
    GROUP BY account_id) AS sums;
  -- Both ends exist: one look for the whole statement, where a foreign key would look twice per row.
  IF (SELECT count(*) FROM ledger_account WHERE id = ANY (account_ids)) <> cardinality(account_ids) THEN
    RAISE EXCEPTION 'a transfer names an unknown account' USING ERRCODE = '23503', CONSTRAINT = 'transfer_account';
  END IF;
  -- = ANY(array): a transition table has no statistics, and a join with it is planned badly.
  WITH locked AS MATERIALIZED (
    SELECT account_id, posted, last_seq FROM balance WHERE account_id = ANY (account_ids) ORDER BY account_id FOR UPDATE
  )
  INSERT INTO entry (account_id, seq, transfer_id, amount, balance_after)
  SELECT l.account_id, l.last_seq + row_number() OVER w, e.id, e.change, l.posted + (sum(e.change) OVER w)::bigint
  FROM (SELECT id, debit_id AS account_id, -amount AS change FROM new_transfer
        UNION ALL SELECT id, credit_id, amount FROM new_transfer) e
  JOIN locked l USING (account_id)
  WINDOW w AS (PARTITION BY l.account_id ORDER BY e.id ROWS UNBOUNDED PRECEDING);
  UPDATE balance SET posted = posted + changed.change, last_seq = last_seq + changed.count
  FROM unnest(account_ids, changes, counts) AS changed (account_id, change, count)
  WHERE balance.account_id = changed.account_id;
  -- A seller's floor lets an administrator's refund through; a payout takes no more than what is confirmed.
  IF pays_out THEN
    SELECT account_id INTO poor FROM balance
    WHERE account_id IN (SELECT debit_id FROM new_transfer WHERE kind = 'payout') AND posted < unconfirmed_points(account_id);
    IF FOUND THEN
      RAISE EXCEPTION 'account % has not enough points to withdraw', poor USING ERRCODE = '23514', CONSTRAINT = 'balance_withdrawable';
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION open_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = account, pg_temp AS $$
BEGIN
  IF NEW.kind IN ('customer', 'seller') THEN
    INSERT INTO balance (account_id, floor)
    VALUES (NEW.id, CASE NEW.kind WHEN 'customer' THEN 0 ELSE -9000000000000000 END);
  END IF;
  RETURN NULL;
END $$;

-- Locks balances in id order, then reads what is decided on: the status is read by a second statement, after the locks,
-- and every change of a status holds the lock too, so what this returns stays true until the transaction ends.
DROP FUNCTION lock_balances(uuid[]);
CREATE FUNCTION lock_balances(account_ids uuid[])
RETURNS TABLE (account_id uuid, posted bigint, email text, status text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = account, pg_temp AS $$
BEGIN
  PERFORM 1 FROM balance b WHERE b.account_id = ANY (account_ids) ORDER BY b.account_id FOR UPDATE;
  RETURN QUERY SELECT b.account_id, b.posted, a.email, a.status FROM balance b JOIN account a ON a.id = b.account_id
    WHERE b.account_id = ANY (account_ids);
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE ALL ON FUNCTION lock_balances(uuid[]), unconfirmed_points(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_balances(uuid[]), unconfirmed_points(uuid) TO jangteo_account;
GRANT SELECT ON entry TO jangteo_account;

-- Deposits that are under way count toward the ceiling of an account.
CREATE INDEX deposit_pending_account ON deposit (account_id) INCLUDE (amount) WHERE state = 'PENDING';
