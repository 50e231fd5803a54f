import { existsSync, mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = candidates.find((path) => path !== undefined && existsSync(path));

/** Why tests that need a browser cannot run here; `false` where they can. */
export function withoutBrowser(): string | false {
  return executablePath
    ? false
    : "there is no Chromium (Debian: apt install chromium fonts-noto-cjk; or CHROMIUM_PATH)";
}

export type Look = {
  language: "ko" | "en";
  width: 360 | 1280;
  /** Without scripts, as crawlers and old devices see it. */
  scripts?: boolean;
};

/** All languages and widths, or those that BROWSER_LOOKS names: `ko-360,en-1280`. */
export function looks(): Look[] {
  const all = (["ko", "en"] as const).flatMap((language) =>
    ([360, 1280] as const).map((width) => ({ language, width })),
  );
  const wanted = process.env.BROWSER_LOOKS?.split(",");
  return all.filter(({ language, width }) => !wanted || wanted.includes(`${language}-${width}`));
}

/** Where the pictures of the pages go, for people to look at. */
const folder = "artifacts/screens";

export function launchBrowser(): Promise<Browser> {
  const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath: executablePath!, args: [...flags, "--disable-component-update"] });
}

export type Visitor = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Says what scripts complained about so far. */
  readonly complaints: readonly string[];
  /** A picture of the page, and what axe finds wrong with it. */
  look(name: string): Promise<string[]>;
};

/** Somebody in front of a browser of their own. */
export async function visit(
  browser: Browser,
  baseUrl: string,
  { language, width, scripts = true }: Look,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height: width < 600 ? 780 : 900 },
    locale: language === "en" ? "en-US" : "ko-KR",
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(10_000);
  if (language === "en") await context.addCookies([{ name: "jangteo_language", value: "en", url: baseUrl }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  const stage = process.env.TEST_STAGE ?? "monolith";
  mkdirSync(`${folder}/${stage}`, { recursive: true });
  return {
    context,
    page,
    complaints,
    async look(name) {
      await page.evaluate("scrollTo(0, 0)").catch(() => undefined);
      await page.screenshot({ path: `${folder}/${stage}/${name}-${language}-${width}.png`, fullPage: true });
      // What axe sees is the same wherever the modules run: one process tells it all, in both languages and widths.
      if (!scripts || stage !== "monolith") return [];
      // In the page itself (axe's own way for frames of other origins takes twice the time, and there are none).
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
      const { violations } = await axe.analyze();
      return violations.map(
        ({ id, help, nodes }) => `${name}: ${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
      );
    },
  };
}
