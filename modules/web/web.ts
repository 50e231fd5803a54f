export type { ApiAnswer, ApiRequest, PagesBackend, Renewed } from "./backend.ts";
export { loadPages, type PagesHandler, servePages } from "./serve-pages.ts";
