import type { Stage } from "./stage.ts";

export const multiModule: Stage = {
  name: "multi-module",
  about: "A process and a port per module, a gateway in front, one database",
  processes: [
    { name: "account-api", modules: ["account"], copies: 1, port: 8080, callPort: 9080 },
    { name: "order-api", modules: ["order"], copies: 1, port: 8081, callPort: 9081 },
    { name: "chat-api", modules: ["chat"], copies: 1, port: 8085, callPort: 9085 },
    { name: "web", modules: [], pages: true, copies: 1, port: 8082, callPort: 9082 },
  ],
  fallback: "web",
  gatewayPort: 8000,
  events: "direct",
  livePush: "notify",
  databases: "one",
};
