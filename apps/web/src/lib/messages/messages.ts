import type { ko } from "./ko.ts";

export type Messages = typeof ko;
export type Language = "ko" | "en";

/** The texts of one language; a browser loads no other one. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === "en" ? (await import("./en.ts")).en : (await import("./ko.ts")).ko;
}
