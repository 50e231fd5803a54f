import { registry } from "@jangteo/kernel/telemetry/metrics.ts";
import { Counter, Gauge } from "prom-client";

export const socketsOpen = new Gauge({
  name: "jangteo_chat_sockets",
  help: "Sockets that are open on this copy",
  registers: [registry],
});
export const socketFrames = new Counter({
  name: "jangteo_chat_frames_total",
  help: "Frames that clients sent, by type",
  labelNames: ["type"],
  registers: [registry],
});
