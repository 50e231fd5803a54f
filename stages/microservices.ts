import type { Stage } from "./stage.ts";

export const microservices: Stage = {
  name: "microservices",
  about: "Copies of each service, a gateway in front, Kafka between them, a database each",
  processes: [
    { name: "account-api", modules: ["account"], copies: 2, port: 8080, callPort: 9080 },
    { name: "order-api", modules: ["order"], copies: 2, port: 8081, callPort: 9081 },
    { name: "chat-api", modules: ["chat"], copies: 2, port: 8085, callPort: 9085 },
    { name: "web", modules: [], pages: true, copies: 2, port: 8082, callPort: 9082 },
  ],
  fallback: "web",
  gatewayPort: 8000,
  events: "kafka",
  livePush: "kafka",
  databases: "per module",
};
