import type { DescMessage, DescMethod, DescService, Message, MessageInitShape } from "@bufbuild/protobuf";
import type { Logger } from "../telemetry/logger.ts";
import { type CallSettings, callMethod, normalise } from "./call.ts";
import { fail, fromWireError, isServiceError, toWireError } from "./service-error.ts";
import type { CallContext, CallOptions, Client, ServiceImplementation } from "./types.ts";

export type InProcessOptions = CallSettings & { log: Logger };

export type Handler = (request: Message, context: CallContext) => Promise<MessageInitShape<DescMessage>>;

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
    client[method.localName] = (init: MessageInitShape<DescMessage>, callOptions: CallOptions = {}) =>
      callMethod(method, init, callOptions, options, (request, deadline) =>
        handle(method, handler, request, deadline, callOptions, options),
      );
  }
  return Object.freeze(client) as Client<Service>;
}

async function handle(
  method: DescMethod,
  handler: Handler,
  request: Message,
  deadline: number,
  callOptions: CallOptions,
  options: InProcessOptions,
): Promise<Message> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = fail("DEADLINE_EXCEEDED");
      abort.abort(error);
      reject(error);
    }, deadline - Date.now());
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
