import { existsSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { startMarketplace } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const chromium = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** What Lighthouse says of home, search and product on its phone profile (slow 4G, a phone's processor), of 100. */
export async function benchLighthouse(options: {
  databaseUrl: string;
  rounds: number;
  say: (text: string) => void;
}): Promise<Section> {
  const { databaseUrl, rounds, say } = options;
  const chromePath = chromium.find((path) => path !== undefined && existsSync(path));
  if (!chromePath) throw new Error("there is no Chromium here (Debian: apt install chromium; or CHROMIUM_PATH)");
  const server = await startMarketplace(databaseUrl, { JANGTEO_PAGES: "on", JANGTEO_DEMO: "on" });
  const products = (await (await fetch(`${server.address}/search/product?limit=1`)).json()) as {
    items: { id: string }[];
  };
  const pages = { home: "/", search: "/find?categoryId=kitchen", product: `/p/${products.items[0]!.id}` };
  const chrome = await launch({
    chromePath,
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
    logLevel: "silent",
  });
  const scores = new Map<string, number[]>();
  try {
    for (let round = 1; round <= rounds; round++)
      for (const [name, path] of Object.entries(pages)) {
        const result = await lighthouse(`${server.address}${path}`, {
          port: chrome.port,
          logLevel: "silent",
          onlyCategories: [...categories],
        });
        const told: string[] = [];
        for (const category of categories) {
          const { score, auditRefs } = result!.lhr.categories[category]!;
          const key = `${name}, ${category}`;
          scores.set(key, [...(scores.get(key) ?? []), Math.round((score ?? 0) * 100)]);
          told.push(`${category} ${Math.round((score ?? 0) * 100)}`);
          for (const { id, weight } of auditRefs) {
            const audit = result!.lhr.audits[id]!;
            if (weight > 0 && (audit.score ?? 1) < 0.9) say(`  ${key}: ${audit.title} ${audit.displayValue ?? ""}`);
          }
        }
        say(`round ${round}/${rounds}: ${name}: ${told.join(", ")}`);
      }
  } finally {
    chrome.kill();
    await server.stop();
  }
  return {
    title: "Lighthouse",
    measurements: [...scores].map(([name, values]) => ({ name, values, unit: "of 100" })),
    ratios: Object.keys(pages).map((name) =>
      ratio(
        `the lowest of ${name}'s four, of 100`,
        Math.min(...categories.map((category) => median(scores.get(`${name}, ${category}`)!))) / 100,
        { min: 0.95 },
      ),
    ),
    notes: ["Lighthouse's phone profile: a simulated slow 4G and a processor four times slower; the demo's goods."],
  };
}
