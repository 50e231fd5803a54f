ALTER TABLE seller ADD COLUMN status text NOT NULL DEFAULT 'ACTIVE';

-- Off sale though its seller has not deleted it: an administrator withheld it, or its seller is suspended or gone. It is
-- deleted as long as that lasts, with the items that were on sale then, so that nothing that sells needs to know.
ALTER TABLE product ADD COLUMN withheld text CHECK (withheld IN ('ADMIN', 'SELLER'));
CREATE INDEX product_withheld ON product (seller_id, id DESC) WHERE withheld IS NOT NULL;

CREATE INDEX item_deleted ON item (product_id) WHERE deleted_at IS NOT NULL;

ALTER TABLE review ADD COLUMN hidden_at timestamptz;

-- Complaints of members about products and reviews; decided for all who complained of the same at once.
CREATE TABLE report (
  id uuid PRIMARY KEY,
  reporter_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('product', 'review')),
  subject_id uuid NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  decision text CHECK (decision IN ('REMOVED', 'DISMISSED')),
  decision_reason text,
  decided_at timestamptz,
  CONSTRAINT report_once UNIQUE (reporter_id, subject_id)
);
CREATE INDEX report_subject ON report (subject_id);
CREATE INDEX report_open ON report (id DESC) WHERE decision IS NULL;

-- A buyer and a seller who do not agree about a part of an order; an administrator decides.
CREATE TABLE dispute (
  id uuid PRIMARY KEY,
  part_id uuid NOT NULL CONSTRAINT dispute_once UNIQUE,
  order_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  seller_id uuid NOT NULL,
  reason text NOT NULL,
  answer text,
  -- WITHDRAWN: the buyer confirmed after all. REFUNDED: by the administrator, or the seller gave in.
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REFUNDED', 'DISMISSED', 'WITHDRAWN')),
  decision_reason text,
  opened_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz
);
CREATE INDEX dispute_open ON dispute (id DESC) WHERE state = 'OPEN';
CREATE INDEX dispute_seller ON dispute (seller_id) WHERE state = 'OPEN';

GRANT SELECT, INSERT, UPDATE ON report, dispute TO jangteo_order;
GRANT DELETE ON notification_seen TO jangteo_order;
