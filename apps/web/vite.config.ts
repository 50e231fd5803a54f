import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: process.env.JANGTEO_PAGES_OUT ?? "build", envPrefix: "JANGTEO_PAGES_" }),
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["self"],
          "img-src": ["self", "data:", "blob:"],
          "style-src": ["self", "unsafe-inline"],
          // Covers the chat's socket too: it is opened at the page's own origin.
          "connect-src": ["self"],
          "object-src": ["none"],
          "base-uri": ["none"],
          "form-action": ["self"],
          "frame-ancestors": ["none"],
        },
      },
      inlineStyleThreshold: 8_192,
      // Pages of a version that is gone load again.
      version: { pollInterval: 0 },
    }),
  ],
  // The server's part holds all it needs: it runs without node_modules.
  ssr: { noExternal: [/./] },
});
