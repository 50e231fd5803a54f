import {
  clone,
  create,
  type DescMessage,
  type DescMethod,
  fromBinary,
  isMessage,
  type Message,
  type MessageInitShape,
  toBinary,
} from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import { fail, isServiceError } from "./service-error.ts";
import type { CallOptions } from "./types.ts";

export type CallSettings = {
  /** The method's own deadline. */
  timeoutMs: number;
  /** Round-trip messages through bytes and deliver idempotent calls twice: what a network may do. */
  strict: boolean;
};

/** One try of a call over some transport: the answer, or a ServiceError. */
export type Attempt = (request: Message, deadline: number) => Promise<Message>;

const attemptsMax = 3;

/**
 * The chain that every call goes through, whatever its transport: a normalised and frozen request, the earlier of two
 * deadlines, and another try when the callee was away and the method says that it may be repeated.
 */
export async function callMethod(
  method: DescMethod,
  init: MessageInitShape<DescMessage>,
  callOptions: CallOptions,
  settings: CallSettings,
  attempt: Attempt,
): Promise<Message> {
  const deadline = Math.min(callOptions.deadline ?? Number.POSITIVE_INFINITY, Date.now() + settings.timeoutMs);
  const idempotent = method.idempotency !== MethodOptions_IdempotencyLevel.IDEMPOTENCY_UNKNOWN;
  const request = normalise(method.input, init, settings.strict);
  const attemptOnce = (): Promise<Message> => {
    if (deadline <= Date.now()) throw fail("DEADLINE_EXCEEDED");
    return attempt(request, deadline);
  };
  for (let count = 1; ; count++) {
    try {
      if (settings.strict && idempotent) await attemptOnce();
      return await attemptOnce();
    } catch (error) {
      const retry = idempotent && count < attemptsMax && isServiceError(error) && error.code === "UNAVAILABLE";
      const pauseMs = 20 * 2 ** count * (0.5 + Math.random());
      if (!retry || Date.now() + pauseMs >= deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** A copy of the message that shares nothing with `init` and cannot be changed. */
export function normalise(schema: DescMessage, init: MessageInitShape<DescMessage>, strict: boolean): Message {
  const message = create(schema, init);
  if (strict) return deepFreeze(fromBinary(schema, toBinary(schema, message)));
  return deepFreeze(isMessage(init) ? clone(schema, message) : copyLists(message));
}

/** `create` makes new messages from plain objects but keeps the caller's arrays: copy those. */
function copyLists<T extends object>(message: T): T {
  const record = message as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (Array.isArray(value)) {
      record[key] = value.map((entry: unknown) =>
        typeof entry === "object" && entry !== null && !(entry instanceof Uint8Array) ? copyLists(entry) : entry,
      );
    } else if (value instanceof Uint8Array) record[key] = value.slice();
    else if (typeof value === "object" && value !== null) copyLists(value);
  }
  return message;
}

export function deepFreeze<T extends object>(value: T): T {
  if (ArrayBuffer.isView(value)) return value;
  for (const entry of Object.values(value)) if (typeof entry === "object" && entry !== null) deepFreeze(entry);
  return Object.freeze(value);
}
