-- What this module knows of people, told by the account module's events.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('CUSTOMER', 'SELLER', 'ADMIN')),
  name text NOT NULL,
  version int NOT NULL
);

-- Every durable thing that happens in a room takes the next number: head is the last one given. Whoever wants to add to
-- a room locks its row first, so that numbers become visible in their order, without gaps.
CREATE TABLE room (
  id uuid PRIMARY KEY,
  name text,
  product_id uuid,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- A 1:1 room is found again by its two people and its product; a room that a third one joined is not 1:1 any more.
  pair text CONSTRAINT room_pair UNIQUE,
  head bigint NOT NULL DEFAULT 0,
  last_at timestamptz NOT NULL DEFAULT now(),
  -- Since when a customer waits for the seller's answer, in a 1:1 room of these two.
  asked_at timestamptz
) WITH (fillfactor = 70);

CREATE INDEX room_creator ON room (created_by, created_at);

CREATE TABLE member (
  room_id uuid NOT NULL REFERENCES room,
  account_id uuid NOT NULL,
  role text NOT NULL,
  joined_at timestamptz NOT NULL DEFAULT now(),
  left_at timestamptz,
  -- How far the member has read; only grows.
  read_seq bigint NOT NULL DEFAULT 0,
  -- Up to where a mail has told of what is unread.
  mailed_seq bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (room_id, account_id)
) WITH (fillfactor = 70);
CREATE INDEX member_account ON member (account_id) WHERE left_at IS NULL;

CREATE TABLE event (
  room_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  kind text NOT NULL CHECK (kind IN ('text', 'image', 'product', 'offer', 'answer', 'edit', 'delete', 'member', 'order')),
  -- Null for the marketplace itself.
  sender_id uuid,
  client_id text,
  body jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (room_id, seq)
);
-- A message that is sent again is found again, for good.
CREATE UNIQUE INDEX event_client ON event (room_id, sender_id, client_id) WHERE client_id IS NOT NULL;
-- For what became old just now (mails about unread messages): nearly free, since events come in the order of time.
CREATE INDEX event_at ON event USING brin (at) WITH (pages_per_range = 128, autosummarize = on);

-- A price that one side offered for so many units; the other side answers it.
CREATE TABLE offer (
  id uuid PRIMARY KEY,
  room_id uuid NOT NULL,
  seq bigint NOT NULL,
  buyer_id uuid NOT NULL,
  seller_id uuid NOT NULL,
  offered_by uuid NOT NULL,
  product_id uuid NOT NULL,
  item_id uuid NOT NULL,
  quantity int NOT NULL CHECK (quantity > 0),
  price bigint NOT NULL CHECK (price > 0),
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'COUNTERED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX offer_room ON offer (room_id, seq);

-- What rooms were told of orders: each status once, and in which room the rest of an order's life goes.
CREATE TABLE order_notice (
  part_id uuid NOT NULL,
  status text NOT NULL,
  room_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (part_id, status)
);

CREATE TABLE block (
  blocker uuid NOT NULL,
  blocked uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (blocked, blocker)
);
CREATE INDEX block_blocker ON block (blocker, at);

CREATE TABLE report (
  id uuid PRIMARY KEY,
  room_id uuid NOT NULL,
  reporter uuid NOT NULL,
  -- The event that is complained of; 0 for the room as a whole.
  seq bigint NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT report_once UNIQUE (reporter, room_id, seq)
);

CREATE TABLE quick_reply (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX quick_reply_account ON quick_reply (account_id, id);

-- How long sellers took to answer.
CREATE TABLE reply_time (
  seller_id uuid NOT NULL,
  seconds int NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX reply_time_seller ON reply_time (seller_id, at DESC);

CREATE TABLE image (
  id uuid PRIMARY KEY,
  room_id uuid NOT NULL,
  uploader uuid NOT NULL,
  content_type text NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  bytes int NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

-- Sign-ins that ended while their access token lives on: by session, or by account for all that were made before.
CREATE TABLE ended_session (
  key text PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now()
);

-- How far a job has come in time.
CREATE TABLE progress (
  job text PRIMARY KEY,
  at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON person, room, member, event, offer, image TO jangteo_chat;
GRANT SELECT, INSERT ON order_notice, report TO jangteo_chat;
GRANT SELECT, INSERT, UPDATE ON progress TO jangteo_chat;
GRANT SELECT, INSERT, DELETE ON block, quick_reply, reply_time TO jangteo_chat;
GRANT SELECT, INSERT, UPDATE, DELETE ON ended_session TO jangteo_chat;
