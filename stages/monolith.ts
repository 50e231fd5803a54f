import type { Stage } from "./stage.ts";

export const monolith: Stage = {
  name: "monolith",
  about: "Everything in one process on one port",
  processes: [
    { name: "jangteo", modules: ["account", "order", "chat"], pages: true, copies: 1, port: 8080, callPort: 9080 },
  ],
  fallback: "jangteo",
  gatewayPort: undefined,
  events: "direct",
  livePush: "notify",
  databases: "one",
};
