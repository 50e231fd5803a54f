import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser, looks, visit, withoutBrowser } from "../harness/browser.ts";
import { type Marketplace, startMarketplace } from "../harness/marketplace.ts";

describe("a rehearsal in a browser", { skip: withoutBrowser() }, () => {
  let market: Marketplace;
  let browser: Browser;
  before(async () => {
    market = await startMarketplace({ env: { JANGTEO_PAGES: "on", JANGTEO_REHEARSAL: "on" } });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await market.stop();
  });

  for (const { language, width } of looks())
    test(`every page begins with the banner, in both languages: ${language}, ${width} px`, async () => {
      const { page, look, complaints } = await visit(browser, market.baseUrl, { language, width });
      const found: string[] = [];
      const seeBanner = async () => {
        const banner = page.locator("#rehearsal");
        await banner.waitFor();
        const box = (await banner.boundingBox())!;
        assert.deepEqual([box.x, box.y, box.width], [0, 0, width]);
        assert.ok(box.height >= 30 && box.height < 120, `${box.height} px`);
        assert.match(await banner.innerText(), /^시험 운영[\s\S]*This is a rehearsal/);
      };
      await page.goto("/");
      await seeBanner();
      found.push(...(await look("rehearsal")));
      // On a way within the pages too.
      await page.locator("header a[href='/sign-in']").click();
      await page.waitForURL("**/sign-in");
      await seeBanner();
      await page.goto("/nothing-here");
      await seeBanner();
      assert.deepEqual(found, []);
      assert.deepEqual(
        complaints.filter((complaint) => !complaint.includes("404")),
        [],
      );
    });
});
