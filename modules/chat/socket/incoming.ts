import { type ClientFrame, type ClientFrameName, clientFrames } from "@jangteo/contracts/chat/frames.ts";
import { Ajv2020 as Ajv, type ValidateFunction } from "ajv/dist/2020.js";

const ajv = new Ajv({ strict: false });

/** The check of a frame's schema, compiled when the first such frame comes. */
function checkOf(type: string): ValidateFunction | undefined {
  return Object.hasOwn(clientFrames, type) ? ajv.compile(clientFrames[type as ClientFrameName]) : undefined;
}

/** What a line of a WebSocket message holds; the id is told apart so that an error can name it. */
export type Incoming = { frame: ClientFrame } | { id: string | number | null };

/** Reads one frame. Never throws. */
export function readFrame(line: string): Incoming {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null };
  }
  if (typeof value !== "object" || value === null) return { id: null };
  const { type, id } = value as { type?: unknown; id?: unknown };
  const frameId = (typeof id === "string" && id.length <= 64) || Number.isSafeInteger(id) ? (id as string) : null;
  const check = typeof type === "string" ? checkOf(type) : undefined;
  if (!check?.(value)) return { id: frameId };
  return { frame: value as ClientFrame & { type: ClientFrameName } };
}
