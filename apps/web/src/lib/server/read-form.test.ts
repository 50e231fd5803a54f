import assert from "node:assert/strict";
import { test } from "node:test";
import { readForm } from "./read-form.ts";

const limits = { fieldsMax: 5, textMaxBytes: 100 };
const type = "application/x-www-form-urlencoded";
const post = (body: BodyInit, contentType?: string) =>
  new Request("http://shop.example/", {
    method: "POST",
    body,
    ...(contentType !== undefined && { headers: { "content-type": contentType } }),
  });
const isStatus = (status: number) => (thrown: unknown) => (thrown as { status?: number }).status === status;

test("reads both kinds of forms", async () => {
  const text = await readForm(post("name=%EA%B0%80&q=a+b&empty=", type), limits);
  assert.deepEqual(
    [...text.entries()],
    [
      ["name", "가"],
      ["q", "a b"],
      ["empty", ""],
    ],
  );
  const form = new FormData();
  form.set("name", "가 & 나");
  form.set("picture", new File(["x"], "x.png", { type: "image/png" }));
  const read = await readForm(post(form), limits);
  assert.equal(read.get("name"), "가 & 나");
  assert.equal(await (read.get("picture") as File).text(), "x");
});

test("refuses too many fields and too long a text before it takes them apart", async () => {
  await assert.rejects(readForm(post("a&".repeat(6), type), limits), isStatus(413));
  await assert.rejects(readForm(post(`a=${"x".repeat(100)}`, type), limits), isStatus(413));
  const form = new FormData();
  for (let field = 0; field < 6; field++) form.append("a", "b");
  await assert.rejects(readForm(post(form), limits), isStatus(413));
  const made = new Response(form);
  const contentType = made.headers.get("content-type")!.replace(";", "; x-boundary=zz;");
  await assert.rejects(readForm(post(await made.arrayBuffer(), contentType), limits), isStatus(413), contentType);
  const startedAt = performance.now();
  await assert.rejects(
    readForm(post("a&".repeat(2_000_000), type), { ...limits, textMaxBytes: 10_000_000 }),
    isStatus(413),
  );
  assert.ok(performance.now() - startedAt < 1_000);
});

test("refuses what is no form", async () => {
  for (const [body, contentType] of [
    ["{}", "application/json"],
    ["x", "multipart/form-data; boundary=y"],
    ["x", "text/plain"],
  ] as const)
    await assert.rejects(readForm(post(body, contentType), limits), isStatus(400), contentType);
});
