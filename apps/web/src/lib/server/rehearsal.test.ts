import assert from "node:assert/strict";
import { test } from "node:test";
import { addBanner, bannerOf } from "./rehearsal.ts";

test("a page that was not made from the template gets the banner too, once; what is no page stays as it is", async () => {
  const page = (html: string, type = "text/html; charset=utf-8") =>
    addBanner(
      new Response(html, {
        status: 500,
        headers: { "content-type": type, "content-length": "7", "set-cookie": "a=b" },
      }),
    );
  const bare = await page('<html><body class="x">Internal Error</body></html>');
  assert.equal(await bare.text(), `<html><body class="x">${bannerOf(true)}Internal Error</body></html>`);
  const { status, headers } = bare;
  assert.deepEqual([status, headers.get("set-cookie"), headers.get("content-length")], [500, "a=b", null]);
  const marked = `<html><body>${bannerOf(true)}</body></html>`;
  assert.equal(await (await page(marked)).text(), marked);
  assert.equal(await (await page("<body>", "text/plain")).text(), "<body>");
  assert.equal(bannerOf(false), "");
});
