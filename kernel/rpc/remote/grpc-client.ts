import type { DescMessage, DescMethod, DescService, Message, MessageInitShape } from "@bufbuild/protobuf";
import { type ServiceError as GrpcError, Metadata, status } from "@grpc/grpc-js";
import { type CallSettings, callMethod, deepFreeze } from "../call.ts";
import { fail } from "../service-error.ts";
import type { CallOptions, Client } from "../types.ts";
import type { Balancer, Channel } from "./balancer.ts";
import type { ServiceTokens } from "./service-token.ts";
import { deserializer, fromStatus, headers, serializer } from "./wire.ts";

export type GrpcClientOptions = CallSettings & { balancer: Balancer; tokens: ServiceTokens };

/**
 * A client of a service in another process: the same chain as in the process, then gRPC to one of its copies. A call
 * that may be repeated goes to another copy when one is away.
 */
export function grpcClient<Service extends DescService>(service: Service, options: GrpcClientOptions): Client<Service> {
  const client: Record<string, unknown> = {};
  for (const method of service.methods) {
    const request = requestOf(service, method, options);
    client[method.localName] = (init: MessageInitShape<DescMessage>, callOptions: CallOptions = {}) => {
      const tried = new Set<string>();
      return callMethod(method, init, callOptions, options, (message, deadline) =>
        request(message, deadline, callOptions, tried),
      );
    };
  }
  return Object.freeze(client) as Client<Service>;
}

function requestOf(service: DescService, method: DescMethod, { balancer, tokens }: GrpcClientOptions) {
  const path = `/${service.typeName}/${method.name}`;
  const serialize = serializer(method.input);
  const deserialize = deserializer(method.output);

  function send(channel: Channel, message: Message, metadata: Metadata, deadline: number): Promise<Message> {
    return new Promise((resolve, reject) => {
      channel.client.makeUnaryRequest(path, serialize, deserialize, message, metadata, { deadline }, (error, answer) =>
        error ? reject(error) : resolve(deepFreeze(answer!)),
      );
    });
  }

  return async (message: Message, deadline: number, callOptions: CallOptions, tried: Set<string>): Promise<Message> => {
    const channel = balancer.pick(tried) ?? balancer.pick(new Set());
    if (!channel) throw fail("UNAVAILABLE", {}, new Error(`no copy serves ${service.typeName}`));
    const metadata = new Metadata();
    const token = await tokens.issue(service.typeName, callOptions.principal);
    metadata.set(headers.authorization, `Bearer ${token}`);
    if (callOptions.traceparent) metadata.set(headers.traceparent, callOptions.traceparent);
    if (callOptions.idempotencyKey) metadata.set(headers.idempotencyKey, callOptions.idempotencyKey);
    try {
      return await send(channel, message, metadata, deadline);
    } catch (error) {
      const failed = fromStatus(error as GrpcError);
      // Of the transport, not of the callee: its own would have come as our error.
      if (failed.code === "UNAVAILABLE" && failed.cause !== undefined) {
        tried.add(channel.address);
        if ((error as GrpcError).code === status.UNAVAILABLE) balancer.failed(channel);
      }
      throw failed;
    }
  };
}
