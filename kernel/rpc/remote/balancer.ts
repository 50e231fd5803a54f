import { createSecureContext } from "node:tls";
import { create, type Message } from "@bufbuild/protobuf";
import { type ChannelCredentials, type ChannelOptions, Client, credentials, Metadata } from "@grpc/grpc-js";
import {
  Health,
  type HealthCheckResponse,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from "@jangteo/contracts/gen/grpc/health/v1/health_pb.js";
import type { Logger } from "../../telemetry/logger.ts";
import { createTurns } from "../turns.ts";
import { type CallIdentity, identityName } from "./identity.ts";
import type { Membership } from "./membership.ts";
import { deserializer, messageMaxBytes, serializer } from "./wire.ts";

/** A connection to one copy. */
export type Channel = {
  readonly address: string;
  readonly client: Client;
  /** Answered its last health check, and no call to it failed for want of a connection since. */
  healthy: boolean;
};

export type Balancer = {
  /** The next healthy copy in turn, without those that were tried; with none healthy, any that was not tried. */
  pick(tried: ReadonlySet<string>): Channel | undefined;
  /** A call could not be delivered: no more of them before the next good health check. */
  failed(channel: Channel): void;
  stop(): void;
};

const checkEveryMs = 1_000;
const checkTimeoutMs = 1_000;

const channelOptions: ChannelOptions = {
  "grpc.max_receive_message_length": messageMaxBytes,
  "grpc.max_send_message_length": messageMaxBytes,
  // An instance that is suspended accepts a call and never responds. Its connection ends within 3 s, so that calls which may
  // be repeated go to another instance before their deadline.
  "grpc.keepalive_time_ms": 1_000,
  "grpc.keepalive_timeout_ms": 2_000,
  "grpc.keepalive_permit_without_calls": 1,
  "grpc.initial_reconnect_backoff_ms": 100,
  "grpc.min_reconnect_backoff_ms": 100,
  "grpc.max_reconnect_backoff_ms": 1_000,
  "grpc.service_config_disable_resolution": 1,
  "grpc.enable_http_proxy": 0,
  "grpc.use_local_subchannel_pool": 1,
};

/** The instances of `process` must show a certificate of the same authority that names it, wherever they run. */
function securityOf(
  { authority, certificate, key }: CallIdentity,
  process: string,
): { credentials: ChannelCredentials; options: ChannelOptions } {
  const context = createSecureContext({ ca: authority, cert: certificate, key, minVersion: "TLSv1.3" });
  const name = identityName(process);
  return {
    credentials: credentials.createFromSecureContext(context),
    // They are called at addresses that no certificate names.
    options: { "grpc.ssl_target_name_override": name, "grpc.default_authority": name },
  };
}

const checkHealth = Health.method.check;
const healthPath = `/${Health.typeName}/${checkHealth.name}`;

/**
 * Balances calls over the copies of a process: turns among those that answer their health checks. The registry says who
 * there is; a copy that leaves it finishes the calls that it has. With an `identity`, calls go over TLS on both sides.
 */
export function createBalancer(
  process: string,
  membership: Membership,
  log: Logger,
  identity?: CallIdentity,
): Balancer {
  const secured = identity && securityOf(identity, process);
  let channels: Channel[] = [];
  const next = createTurns<Channel>();
  let stopped = false;

  function refresh(): void {
    if (stopped) return;
    const known = new Map(channels.map((channel) => [channel.address, channel]));
    const addresses = membership.addresses(process);
    channels = addresses.map(
      (address) =>
        known.get(address) ?? {
          address,
          client: new Client(address, secured?.credentials ?? credentials.createInsecure(), {
            ...channelOptions,
            ...secured?.options,
          }),
          // It is in the registry because it was ready a moment ago.
          healthy: true,
        },
    );
    for (const channel of known.values()) if (!channels.includes(channel)) channel.client.close();
    for (const channel of channels) if (!known.has(channel.address)) check(channel);
  }

  function check(channel: Channel): void {
    channel.client.makeUnaryRequest<Message, Message>(
      healthPath,
      serializer(checkHealth.input),
      deserializer(checkHealth.output),
      create(checkHealth.input),
      new Metadata(),
      { deadline: Date.now() + checkTimeoutMs },
      (error, response) => {
        const healthy = !error && (response as HealthCheckResponse).status === ServingStatus.SERVING;
        if (healthy === channel.healthy || stopped || !channels.includes(channel)) return;
        channel.healthy = healthy;
        log[healthy ? "info" : "warn"](`${process} at ${channel.address} is ${healthy ? "healthy" : "not healthy"}`);
      },
    );
  }

  membership.onChange(refresh);
  refresh();
  const timer = setInterval(() => channels.forEach(check), checkEveryMs);

  return {
    pick: (tried) => next(channels, ({ address }) => tried.has(address)),
    failed(channel) {
      channel.healthy = false;
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      for (const { client } of channels) client.close();
      channels = [];
    },
  };
}
