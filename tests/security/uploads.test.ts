import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, describe, test } from "node:test";
import pg from "pg";
import sharp from "sharp";
import type { Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const marketplace = useMarketplace();

/** A PNG of noise, which nothing makes smaller. */
const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();

async function upload({ token }: Person, path: string, image: Buffer): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "image/png" };
  const body = new Uint8Array(image);
  const response = await fetch(`${marketplace.api.baseUrl}${path}`, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.status;
}

describe("uploads", () => {
  let large: Buffer;
  before(async () => {
    large = await noise(1_400, 1_250);
  });

  test("an image of 5 MB reaches a product and a chat room, in every stage", async () => {
    const { api } = marketplace;
    assert.ok(large.length > 5 * 1_048_576, `${large.length} bytes`);
    const [seller, buyer] = [await api.seller(), await api.customer()];
    const room = await api.room(buyer, [seller]);
    assert.equal(await upload(seller, "/seller/pictures", large), 201);
    assert.equal(await upload(buyer, `/chat/${room.id}/images`, large), 201);
  });

  test("of somebody are so many a day, in rooms as for products", async () => {
    const { api, behind } = marketplace;
    const [seller, buyer] = [await api.seller(), await api.customer()];
    const room = await api.room(buyer, [seller]);
    const small = await noise(20, 20);
    for (const [module, sql, person, path] of [
      [
        "chat",
        `INSERT INTO chat.image (id, room_id, uploader, content_type, width, height, bytes)
         SELECT gen_random_uuid(), '${room.id}', '${buyer.id}', 'image/webp', 1, 1, 1 FROM generate_series(1, 999)`,
        buyer,
        `/chat/${room.id}/images`,
      ],
      [
        "order",
        `INSERT INTO "order".picture (id, seller_id, width, height, bytes)
         SELECT gen_random_uuid(), '${seller.id}', 1, 1, 1 FROM generate_series(1, 1999)`,
        seller,
        "/seller/pictures",
      ],
    ] as const) {
      const client = new pg.Client({ connectionString: await behind.databaseOf(module) });
      await client.connect();
      await client.query(sql);
      await client.end();
      assert.equal(await upload(person, path, small), 201);
      assert.equal(await upload(person, path, small), 429);
    }
  });

  test("40 images of one seller at once do not keep another one's out", async () => {
    const { api } = marketplace;
    const [greedy, modest] = [await api.seller(), await api.seller()];
    const small = await noise(20, 20);
    const flood = Array.from({ length: 40 }, () => upload(greedy, "/seller/pictures", large));
    const statuses: number[] = [];
    for (let count = 0; count < 5; count++) statuses.push(await upload(modest, "/seller/pictures", small));
    assert.deepEqual(statuses, [201, 201, 201, 201, 201]);
    const others = await Promise.all(flood);
    assert.deepEqual(
      others.filter((status) => status !== 201 && status !== 503),
      [],
    );
    assert.ok(others.includes(503), "the queue was full");
  });
});
