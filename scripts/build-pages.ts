import { ensurePages } from "../apps/server/pages/build-pages.ts";

// The pages, where they are missing or old: as `jangteo start` does, for images and tests.
await ensurePages((message) => console.log(`  ${message}`));
