-- The ledger. One transfer is one debit and one credit, so the sum over all entries is zero by construction. Transfers
-- are only ever added; the database itself keeps the balances and refuses what the rules forbid.

CREATE TABLE ledger_account (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('external', 'customer', 'seller', 'escrow', 'fee')),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A customer's floor is 0. A seller may fall below zero by a refund after settlement; later sales net it.
-- External and escrow have no row: every deposit would meet on the one, every order on the other. Their sums are checked by `verify`.
CREATE TABLE balance (
  account_id uuid PRIMARY KEY REFERENCES ledger_account,
  posted bigint NOT NULL DEFAULT 0,
  floor bigint NOT NULL,
  CONSTRAINT balance_floor CHECK (posted >= floor)
) WITH (fillfactor = 50);

CREATE TABLE transfer (
  id uuid PRIMARY KEY,
  debit_id uuid NOT NULL,
  credit_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000),
  kind text NOT NULL CHECK (kind IN
    ('deposit', 'purchase', 'fee', 'settle', 'refund', 'fee_refund', 'payout', 'payout_reversal')),
  order_id uuid,
  order_part uuid,
  at timestamptz NOT NULL DEFAULT now(),
  memo text NOT NULL DEFAULT '',
  CONSTRAINT transfer_to_another CHECK (debit_id <> credit_id),
  CONSTRAINT transfer_names_its_order CHECK (
    (kind IN ('purchase', 'fee', 'settle', 'refund', 'fee_refund')) = (order_part IS NOT NULL))
);
-- Each of these happens at most once to a part of an order.
CREATE UNIQUE INDEX transfer_once_per_part ON transfer (order_part, kind) WHERE order_part IS NOT NULL;
CREATE INDEX transfer_debit ON transfer (debit_id, id DESC);
CREATE INDEX transfer_credit ON transfer (credit_id, id DESC);

-- What became of the money of an order, by order: its idempotency key, and the tombstone of a void.
CREATE TABLE purchase (
  order_id uuid PRIMARY KEY,
  outcome text NOT NULL CHECK (outcome IN ('PURCHASED', 'REFUSED', 'VOIDED')),
  reason text,
  at timestamptz NOT NULL DEFAULT now()
);

-- Where the money of an order part is: with the buyer again (refunded), with the seller and the marketplace
-- (settled), or in escrow (the rest).
CREATE TABLE order_money (
  order_part uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  seller_id uuid NOT NULL,
  paid bigint NOT NULL CHECK (paid > 0),
  fee bigint NOT NULL CHECK (fee >= 0 AND fee < paid),
  refunded bigint NOT NULL DEFAULT 0 CHECK (refunded >= 0),
  settled bigint NOT NULL CHECK (settled >= 0),
  CONSTRAINT order_money_not_over_paid CHECK (refunded + settled <= paid)
);
CREATE INDEX order_money_held_buyer ON order_money (buyer_id) WHERE refunded + settled < paid;
CREATE INDEX order_money_held_seller ON order_money (seller_id) WHERE refunded + settled < paid;

-- Points on their way in from a payment provider and out to a bank account.
CREATE TABLE deposit (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES ledger_account,
  amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000),
  source text NOT NULL,
  memo text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'CAPTURED', 'DECLINED')),
  lease_until timestamptz NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX deposit_pending ON deposit (lease_until) WHERE state = 'PENDING';
CREATE TABLE payout (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES ledger_account,
  amount bigint NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000),
  bank_account text NOT NULL,
  state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'PAID', 'FAILED')),
  lease_until timestamptz NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payout_pending ON payout (lease_until) WHERE state = 'PENDING';

-- Balances follow from transfers: one aggregated update per statement, rows locked in id order.
CREATE FUNCTION post_transfers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = account AS $$
DECLARE
  account_ids uuid[];
  changes bigint[];
  poor uuid;
BEGIN
  SELECT array_agg(account_id ORDER BY account_id), array_agg(change ORDER BY account_id) INTO account_ids, changes
  FROM (
    SELECT account_id, sum(change)::bigint AS change
    FROM (SELECT debit_id AS account_id, -amount AS change FROM new_transfer
          UNION ALL SELECT credit_id, amount FROM new_transfer) AS entry
    GROUP BY account_id) AS sums;
  -- Both ends exist: one look for the whole statement, where a foreign key would look twice per row.
  IF (SELECT count(*) FROM ledger_account WHERE id = ANY (account_ids)) <> cardinality(account_ids) THEN
    RAISE EXCEPTION 'a transfer names an unknown account' USING ERRCODE = '23503', CONSTRAINT = 'transfer_account';
  END IF;
  -- = ANY(array): a transition table has no statistics, and a join with it is planned badly.
  PERFORM 1 FROM balance WHERE account_id = ANY (account_ids) ORDER BY account_id FOR UPDATE;
  UPDATE balance SET posted = posted + changed.change
  FROM unnest(account_ids, changes) AS changed (account_id, change)
  WHERE balance.account_id = changed.account_id AND changed.change <> 0;
  -- A seller's floor lets refunds through; a payout must be covered all the same.
  SELECT balance.account_id INTO poor FROM balance
  WHERE posted < 0 AND account_id IN (SELECT debit_id FROM new_transfer WHERE kind IN ('payout', 'purchase'));
  IF FOUND THEN
    RAISE EXCEPTION 'account % has not enough points', poor USING ERRCODE = '23514', CONSTRAINT = 'balance_floor';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER post_transfers AFTER INSERT ON transfer REFERENCING NEW TABLE AS new_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION post_transfers();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'transfers are never changed or deleted' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Opening a ledger account makes its balance row, with the floor of its kind.
CREATE FUNCTION open_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = account AS $$
BEGIN
  IF NEW.kind IN ('customer', 'seller', 'fee') THEN
    INSERT INTO balance (account_id, floor)
    VALUES (NEW.id, CASE NEW.kind WHEN 'customer' THEN 0 ELSE -9000000000000000 END);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER open_balance AFTER INSERT ON ledger_account FOR EACH ROW EXECUTE FUNCTION open_balance();

-- The application's role may not update balances, so it may not lock them either; this does it for it, in id order.
CREATE FUNCTION lock_balances(account_ids uuid[]) RETURNS TABLE (account_id uuid, posted bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = account AS $$
  SELECT b.account_id, b.posted FROM balance b WHERE b.account_id = ANY (account_ids) ORDER BY b.account_id FOR UPDATE
$$;

INSERT INTO ledger_account (id, kind) VALUES
  ('00000000-0000-7000-8000-000000000001', 'external'),
  ('00000000-0000-7000-8000-000000000002', 'escrow'),
  ('00000000-0000-7000-8000-000000000003', 'fee');

REVOKE ALL ON FUNCTION lock_balances(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_balances(uuid[]) TO jangteo_account;
GRANT SELECT, INSERT ON ledger_account, transfer, purchase TO jangteo_account;
GRANT SELECT ON balance TO jangteo_account;
GRANT SELECT, INSERT, UPDATE ON order_money, deposit, payout TO jangteo_account;
