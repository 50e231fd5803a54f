import { writeFileSync } from "node:fs";
import { clientFrames, closeCodes, serverFrames } from "@jangteo/contracts/chat/frames.ts";
import type { TSchema } from "typebox";

/** Writes the AsyncAPI 3.1 document of the chat's socket from the schemas that the server checks frames against. */
const messagesOf = (side: string, frames: Record<string, TSchema>) =>
  Object.fromEntries(
    Object.entries(frames).map(([name, payload]) => [
      `${side}.${name}`,
      {
        name,
        title: name,
        ...("description" in payload && { summary: payload.description }),
        contentType: "application/json",
        payload,
      },
    ]),
  );
const references = (side: string, frames: object) =>
  Object.keys(frames).map((name) => ({ $ref: `#/channels/socket/messages/${side}.${name}` }));

const document = {
  asyncapi: "3.1.0",
  info: {
    title: "Jangteo chat",
    version: "0.1.0",
    license: { name: "MIT" },
    description: [
      "Plain WebSocket, JSON text frames of at most 16 KiB; several may share a message, one per line. The first frame is `hello`, within 5 s.",
      "Every durable thing in a room takes the next `seq`. A client merges by `seq`: what it has is dropped, a gap is asked for with `open`.",
      "`send` is acknowledged after it is stored; the same `clientId` again gets the first `seq`, for good. Any copy will do.",
      `Close codes: ${Object.entries(closeCodes)
        .map(([code, meaning]) => `${code} ${meaning}`)
        .join("; ")}.`,
    ].join("\n\n"),
  },
  defaultContentType: "application/json",
  channels: {
    socket: {
      address: "/chat/socket",
      messages: { ...messagesOf("client", clientFrames), ...messagesOf("server", serverFrames) },
      bindings: { ws: { method: "GET" } },
    },
  },
  operations: {
    fromClient: {
      action: "receive",
      channel: { $ref: "#/channels/socket" },
      messages: references("client", clientFrames),
    },
    fromServer: {
      action: "send",
      channel: { $ref: "#/channels/socket" },
      messages: references("server", serverFrames),
    },
  },
};

writeFileSync(new URL("../contracts/gen/asyncapi.json", import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
