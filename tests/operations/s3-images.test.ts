import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";
import { startMarketplace } from "../harness/marketplace.ts";
import { type S3Server, startS3Server, withoutJava } from "../harness/s3-server.ts";

let s3: S3Server;

const picture = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: "#c0562f" } })
    .jpeg()
    .toBuffer();

/** A marketplace whose images are in the S3 server, and a room in it. */
async function openWith(env: Record<string, string>) {
  const market = await startMarketplace({ env: { ...s3.env, ...env } });
  const [seller, buyer] = [await market.api.seller(), await market.api.customer()];
  const { id } = await market.api.room(buyer, [seller]);
  const bytes = await picture();
  const upload = () =>
    fetch(`${market.baseUrl}/chat/${id}/images`, {
      method: "POST",
      headers: { authorization: `Bearer ${buyer.token}`, "content-type": "image/jpeg" },
      body: new Uint8Array(bytes),
    });
  return { market, buyer, upload };
}

describe("pictures in an S3-compatible store", { skip: await withoutJava() }, () => {
  before(async () => {
    s3 = await startS3Server();
  });
  after(() => s3?.stop());

  test("come back from it after a restart", async () => {
    const { market, buyer, upload } = await openWith({});
    const uploaded = await upload();
    assert.equal(uploaded.status, 201);
    const { id } = (await uploaded.json()) as { id: string };
    await market.stop();
    const again = await startMarketplace({ env: s3.env, databaseUrl: market.databaseUrl });
    try {
      for (const path of [`/chat/images/${id}`, `/chat/images/${id}/thumbnail`]) {
        const response = await fetch(`${again.baseUrl}${path}`, {
          headers: { authorization: `Bearer ${buyer.token}` },
        });
        assert.equal(response.status, 200, path);
        assert.equal((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).format, "webp");
      }
    } finally {
      await again.stop();
    }
  });

  test("a store that refuses is told as away, its reason stands in the log, and no image is recorded", async () => {
    const { market, upload } = await openWith({ JANGTEO_S3_SECRET_ACCESS_KEY: "wrong" });
    try {
      const response = await upload();
      assert.equal(response.status, 503);
      assert.match(market.output(), /the store answered 403 SignatureDoesNotMatch/);
      await market.verify();
    } finally {
      await market.stop();
    }
  });

  test("operators try their store before they use it", () => {
    const tried = (env: Record<string, string>) =>
      spawnSync(process.execPath, ["kernel/images/try-s3.ts"], {
        env: { ...process.env, ...s3.env, ...env },
        encoding: "utf8",
      });
    const good = tried({});
    assert.equal(good.status, 0, good.stdout + good.stderr);
    const wrong = tried({ JANGTEO_S3_BUCKET: "not-there" });
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /NoSuchBucket/);
  });
});
