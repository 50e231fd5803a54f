import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import sharp from "sharp";
import { assertProblem, type Person } from "../harness/api-client.ts";
import { useMarketplace } from "../harness/suite.ts";

const marketplace = useMarketplace();

async function inRoom() {
  const { api } = marketplace;
  const [seller, buyer] = [await api.seller(), await api.customer()];
  const { id: room } = await api.room(buyer, [seller]);
  return { api, seller, buyer, room: room as string };
}

async function upload(room: string, by: Person, bytes: Buffer, contentType = "image/jpeg") {
  const response = await fetch(`${marketplace.api.baseUrl}/chat/${room}/images`, {
    method: "POST",
    headers: { authorization: `Bearer ${by.token}`, "content-type": contentType },
    body: new Uint8Array(bytes),
  });
  const body = (await response.json()) as { id: string; width: number; height: number };
  return { status: response.status, headers: response.headers, body };
}

async function download(path: string, by?: Person) {
  const response = await fetch(`${marketplace.api.baseUrl}${path}`, {
    headers: by ? { authorization: `Bearer ${by.token}` } : {},
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A photograph as a phone makes it: turned by EXIF, with the place where it was taken. */
const photograph = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: "#c0562f" } })
    .withExif({ IFD0: { Copyright: "secret words" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "37/1 33/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test("a picture is uploaded into a room, sent as a message and seen by members, upright and without its secrets", async () => {
  const { api, seller, buyer, room } = await inRoom();
  const original = await photograph();
  assert.ok((await sharp(original).metadata()).exif, "the upload has EXIF");
  const { status, body: image } = await upload(room, buyer, original);
  assert.equal(status, 201, JSON.stringify(image));
  assert.deepEqual([image.width, image.height], [400, 600]);
  await api.say(buyer, room, { image: image.id, text: "이 상품 맞나요?" });
  const { messages } = (await api.get(`/chat/${room}`, seller.token)).body;
  assert.deepEqual(
    [messages.at(-1).kind, messages.at(-1).body],
    ["image", { image: { id: image.id, width: 400, height: 600 }, text: "이 상품 맞나요?" }],
  );
  const full = await download(`/chat/images/${image.id}`, seller);
  const small = await download(`/chat/images/${image.id}/thumbnail`, seller);
  assert.deepEqual([full.status, small.status], [200, 200]);
  for (const { headers, bytes } of [full, small]) {
    assert.equal(headers.get("content-type"), "image/webp");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.match(headers.get("content-security-policy")!, /sandbox/);
    const { exif, format } = await sharp(bytes).metadata();
    assert.deepEqual([exif, format], [undefined, "webp"]);
    assert.ok(!bytes.includes("secret words"));
  }
  assert.equal((await sharp(small.bytes).metadata()).height, 320);
});

test("only members see it, only its uploader sends it, only into its room", async () => {
  const { api, seller, buyer, room } = await inRoom();
  const { body: image } = await upload(room, buyer, await photograph());
  const stranger = await api.customer();
  const seenBy = async (who?: Person) => (await download(`/chat/images/${image.id}`, who)).status;
  assert.equal(await seenBy(seller), 404, "before a message shows it");
  await api.say(buyer, room, { image: image.id });
  assert.deepEqual([await seenBy(seller), await seenBy(stranger)], [200, 404]);
  assert.equal(await seenBy(), 401);
  assert.equal((await upload(room, stranger, await photograph())).status, 404);
  const elsewhere = await api.room(buyer, [await api.seller()]);
  const send = (where: string, by: Person) =>
    api.post(`/chat/${where}/messages`, { clientId: randomUUID(), body: { image: image.id } }, by.token);
  assertProblem(await send(elsewhere.id, buyer), 404, "NOT_FOUND_IMAGE");
  assertProblem(await send(room, seller), 404, "NOT_FOUND_IMAGE");
  await api.post(`/chat/${room}/leave`, {}, seller.token);
  assert.equal(await seenBy(seller), 404);
});

test("what is no picture is refused, whatever it calls itself", async () => {
  const { buyer, room } = await inRoom();
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>`);
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  const cut = (await photograph()).subarray(0, 300);
  for (const [bytes, type] of [
    [svg, "image/svg+xml"],
    [svg, "image/png"],
    [html, "image/jpeg"],
    [html, "text/html"],
    [Buffer.concat([Buffer.from("GIF89a"), html]), "image/gif"],
    [Buffer.from("\xff\xd8\xffnot really", "latin1"), "image/jpeg"],
    [cut, "image/jpeg"],
    [Buffer.from("{}"), "application/json"],
  ] as const) {
    const { status, headers } = await upload(room, buyer, bytes, type);
    assert.equal(status, 415, `${type}: ${bytes.subarray(0, 20).toString("latin1")}`);
    assert.match(headers.get("content-type")!, /problem\+json/);
  }
});

test("script that hides behind a picture does not come out again", async () => {
  const { buyer, room } = await inRoom();
  const polyglot = Buffer.concat([await photograph(), Buffer.from("<script>alert('polyglot')</script>")]);
  const { status, body } = await upload(room, buyer, polyglot);
  assert.equal(status, 201);
  assert.ok(!(await download(`/chat/images/${body.id}`, buyer)).bytes.includes("polyglot"));
});

test("too many bytes and too many pixels are refused", async () => {
  const { buyer, room } = await inRoom();
  const huge = Buffer.alloc(11 * 1_048_576, 0xff);
  assert.equal((await upload(room, buyer, huge)).status, 413);
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "white" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  assert.ok(bomb.length < 1_000_000, "81 million pixels in less than a megabyte");
  assert.equal((await upload(room, buyer, bomb, "image/png")).status, 413);
});

test("names that lead out of the store are no ids", async () => {
  const { buyer } = await inRoom();
  for (const path of ["..%2f..%2fetc%2fpasswd", "%00", "a", "../images"])
    assert.ok([400, 404].includes((await download(`/chat/images/${path}`, buyer)).status), path);
});
