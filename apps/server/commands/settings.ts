import { describeSettings, readSettings } from "@jangteo/kernel/settings/settings.ts";

/** `jangteo settings`: prints every setting. */
export async function settings(): Promise<number> {
  console.log(describeSettings(readSettings()));
  console.log("\n* differs from its default. Set them in the environment, or by name in jangteo.settings.json.");
  return 0;
}
