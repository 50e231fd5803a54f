import type { Stage } from "./stage.ts";

/** Everything in one process, on one port. */
export const monolith: Stage = {
  name: "monolith",
  processes: [{ name: "jangteo", modules: ["account", "order", "chat"] }],
};
