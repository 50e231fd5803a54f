export { loadPages, type PagesHandler, servePages } from "./serve-pages.ts";
