import { create, type DescService, type Message } from "@bufbuild/protobuf";
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  type sendUnaryData,
} from "@grpc/grpc-js";
import {
  Health,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from "@jangteo/contracts/gen/grpc/health/v1/health_pb.js";
import type { Logger } from "../../telemetry/logger.ts";
import { callsServed } from "../../telemetry/metrics.ts";
import { deepFreeze } from "../call.ts";
import type { Handler } from "../in-process.ts";
import { fail, isServiceError } from "../service-error.ts";
import type { CallContext, ServiceImplementation } from "../types.ts";
import type { CallIdentity } from "./identity.ts";
import type { ServiceTokens } from "./service-token.ts";
import { deserializer, headers, messageMaxBytes, serializer, toStatus } from "./wire.ts";

export type GrpcServerOptions = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  services: readonly { service: DescService; implementation: ServiceImplementation<DescService> }[];
  tokens: ServiceTokens;
  /** Takes calls over TLS, from holders of a certificate of the same authority alone. */
  identity?: CallIdentity | undefined;
  log: Logger;
};

export type GrpcServer = {
  readonly port: number;
  /** From now on health checks are answered with NOT_SERVING; calls go on. */
  notServing(): void;
  /** Takes no more calls and finishes those under way, for at most so long. */
  stop(withinMs: number): Promise<void>;
};

const streamsMax = 2_000;

/** Serves modules to other processes. There is no reflection, and no call without a service token. */
export async function startGrpcServer(options: GrpcServerOptions): Promise<GrpcServer> {
  const server = new Server({
    "grpc.max_receive_message_length": messageMaxBytes,
    "grpc.max_send_message_length": messageMaxBytes,
    "grpc.max_concurrent_streams": streamsMax,
    "grpc.keepalive_time_ms": 20_000,
    "grpc.keepalive_timeout_ms": 5_000,
  });
  let serving = true;
  for (const { service, implementation } of options.services)
    server.addService(definition(service), handlers(service, implementation, options));
  server.addService(definition(Health), {
    check: (_call: unknown, answer: sendUnaryData<Message>) =>
      answer(
        null,
        create(Health.method.check.output, { status: serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING }),
      ),
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`${options.host}:${options.port}`, credentialsOf(options.identity), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return {
    port,
    notServing() {
      serving = false;
    },
    async stop(withinMs) {
      serving = false;
      const late = setTimeout(() => server.forceShutdown(), withinMs);
      await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      clearTimeout(late);
    },
  };
}

function credentialsOf(identity: CallIdentity | undefined): ServerCredentials {
  if (!identity) return ServerCredentials.createInsecure();
  const { authority, certificate, key } = identity;
  return ServerCredentials.createSsl(authority, [{ cert_chain: certificate, private_key: key }], true);
}

/** A service as grpc-js wants it described. */
function definition(service: DescService): ServiceDefinition {
  return Object.fromEntries(
    service.methods.map((method) => [
      method.localName,
      {
        path: `/${service.typeName}/${method.name}`,
        requestStream: false,
        responseStream: false,
        requestSerialize: serializer(method.input),
        requestDeserialize: deserializer(method.input),
        responseSerialize: serializer(method.output),
        responseDeserialize: deserializer(method.output),
      },
    ]),
  );
}

function handlers(
  service: DescService,
  implementation: ServiceImplementation<DescService>,
  { tokens, log }: GrpcServerOptions,
) {
  return Object.fromEntries(
    service.methods.map((method) => {
      const handler = (implementation as unknown as Record<string, Handler>)[method.localName]!;
      const handle = async (call: ServerUnaryCall<Message, Message>): Promise<Message> => {
        const [authorization = ""] = call.metadata.get(headers.authorization);
        const token = /^Bearer (.+)$/.exec(String(authorization))?.[1];
        if (token === undefined) throw fail("UNAUTHENTICATED");
        const { principal } = await tokens.check(token, service.typeName);
        const abort = new AbortController();
        call.once("cancelled", () => abort.abort(fail("DEADLINE_EXCEEDED")));
        const context: CallContext = {
          traceparent: text(call, headers.traceparent),
          principal,
          idempotencyKey: text(call, headers.idempotencyKey),
          deadline: Number(call.getDeadline()),
          signal: abort.signal,
        };
        return create(method.output, await handler(deepFreeze(call.request), context));
      };
      return [
        method.localName,
        (call: ServerUnaryCall<Message, Message>, answer: sendUnaryData<Message>) => {
          handle(call).then(
            (response) => {
              callsServed.inc({ service: service.name, method: method.name, code: "OK" });
              answer(null, response);
            },
            (error: unknown) => {
              if (!isServiceError(error)) log.error({ err: error, method: method.name }, "internal call failed");
              const told = toStatus(error);
              callsServed.inc({ service: service.name, method: method.name, code: told.details });
              answer(told);
            },
          );
        },
      ];
    }),
  );
}

function text(call: ServerUnaryCall<Message, Message>, name: string): string | undefined {
  const [value] = call.metadata.get(name);
  return value === undefined ? undefined : String(value);
}
