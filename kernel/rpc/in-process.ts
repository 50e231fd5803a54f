import {
  clone,
  create,
  type DescMessage,
  type DescMethod,
  type DescService,
  fromBinary,
  isMessage,
  type Message,
  type MessageInitShape,
  toBinary,
} from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import type { Logger } from "../telemetry/logger.ts";
import { fail, fromWireError, isServiceError, toWireError } from "./service-error.ts";
import type { CallContext, CallOptions, Client, ServiceImplementation } from "./types.ts";

export type InProcessOptions = {
  log: Logger;
  /** The method's own deadline. */
  timeoutMs: number;
  /** Round-trip messages through bytes and deliver idempotent calls twice: what a network may do. */
  strict: boolean;
};

type Handler = (request: Message, context: CallContext) => Promise<MessageInitShape<DescMessage>>;

const attemptsMax = 3;

/**
 * A client that calls an implementation in this process under the chain that the remote one has: normalised and
 * frozen copies, deadline, context, errors without their classes, retries by declared idempotency.
 */
export function inProcessClient<Service extends DescService>(
  service: Service,
  implementation: ServiceImplementation<Service>,
  options: InProcessOptions,
): Client<Service> {
  const client: Record<string, unknown> = {};
  for (const method of service.methods) {
    const handler = (implementation as unknown as Record<string, Handler>)[method.localName];
    if (!handler) throw new Error(`${service.typeName}.${method.name} has no implementation`);
    client[method.localName] = (init: MessageInitShape<DescMessage>, callOptions?: CallOptions) =>
      call(method, handler, init, callOptions ?? {}, options);
  }
  return Object.freeze(client) as Client<Service>;
}

async function call(
  method: DescMethod,
  handler: Handler,
  init: MessageInitShape<DescMessage>,
  callOptions: CallOptions,
  options: InProcessOptions,
): Promise<Message> {
  const deadline = Math.min(callOptions.deadline ?? Number.POSITIVE_INFINITY, Date.now() + options.timeoutMs);
  const idempotent = method.idempotency !== MethodOptions_IdempotencyLevel.IDEMPOTENCY_UNKNOWN;
  const request = normalise(method.input, init, options.strict);
  for (let attempt = 1; ; attempt++) {
    try {
      if (options.strict && idempotent) await attemptOnce(method, handler, request, deadline, callOptions, options);
      return await attemptOnce(method, handler, request, deadline, callOptions, options);
    } catch (error) {
      const retry = idempotent && attempt < attemptsMax && isServiceError(error) && error.code === "UNAVAILABLE";
      const pauseMs = 20 * 2 ** attempt * (0.5 + Math.random());
      if (!retry || Date.now() + pauseMs >= deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

async function attemptOnce(
  method: DescMethod,
  handler: Handler,
  request: Message,
  deadline: number,
  callOptions: CallOptions,
  options: InProcessOptions,
): Promise<Message> {
  const remainingMs = deadline - Date.now();
  if (remainingMs <= 0) throw fail("DEADLINE_EXCEEDED");
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = fail("DEADLINE_EXCEEDED");
      abort.abort(error);
      reject(error);
    }, remainingMs);
  });
  const context: CallContext = {
    traceparent: callOptions.traceparent,
    principal: callOptions.principal,
    idempotencyKey: callOptions.idempotencyKey,
    deadline,
    signal: abort.signal,
  };
  try {
    const response = await Promise.race([handler(request, context), expired]);
    return normalise(method.output, response, options.strict);
  } catch (error) {
    if (!isServiceError(error)) options.log.error({ err: error, method: method.name }, "internal call failed");
    throw fromWireError(toWireError(error));
  } finally {
    clearTimeout(timer);
  }
}

/** A copy of the message that shares nothing with `init` and cannot be changed. */
function normalise(schema: DescMessage, init: MessageInitShape<DescMessage>, strict: boolean): Message {
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

function deepFreeze<T extends object>(value: T): T {
  if (ArrayBuffer.isView(value)) return value;
  for (const entry of Object.values(value)) if (typeof entry === "object" && entry !== null) deepFreeze(entry);
  return Object.freeze(value);
}
