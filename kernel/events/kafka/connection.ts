import { isIP } from "node:net";
import { hostname } from "node:os";
import type { BaseOptions } from "@platformatic/kafka";

/** How to reach the brokers, and what this marketplace's topics are called. */
export type KafkaSettings = {
  readonly brokers: readonly string[];
  /** Before the names of topics and groups, so that several marketplaces may share brokers. */
  readonly prefix: string;
  /** What topics of events should have. */
  readonly partitions: number;
  readonly replicas: number;
  readonly minInSyncReplicas: number;
  readonly retentionMs: number;
  /** Connects over TLS and checks the brokers' names: against this authority (PEM), else against the public ones. */
  readonly tls?: { readonly authority: Buffer | undefined } | undefined;
  readonly login?: KafkaLogin | undefined;
};

/** How to sign in at the brokers. */
export type KafkaLogin =
  | { readonly mechanism: "SCRAM-SHA-512"; readonly user: string; readonly password: string }
  | { readonly mechanism: "OAUTHBEARER"; readonly token: () => Promise<string> };

export function connectionOptions(
  settings: Pick<KafkaSettings, "brokers" | "tls" | "login">,
  name: string,
): BaseOptions {
  const { brokers, tls, login } = settings;
  return {
    ...(tls && { tls: { ca: tls.authority, minVersion: "TLSv1.2" }, tlsServerName: brokers.every(isNamed) }),
    ...(login && { sasl: saslOptions(login) }),
    clientId: `jangteo-${name}-${hostname()}-${process.pid}`,
    bootstrapBrokers: [...brokers],
    timeout: 5_000,
    connectTimeout: 2_000,
    retries: 3,
    retryDelay: 200,
    autocreateTopics: false,
  };
}

/** TLS has no server name for an address that is no name. */
function isNamed(broker: string): boolean {
  return isIP(broker.replace(/:\d+$/, "").replace(/^\[|\]$/g, "")) === 0;
}

function saslOptions(login: KafkaLogin): NonNullable<BaseOptions["sasl"]> {
  if (login.mechanism === "OAUTHBEARER") return { mechanism: login.mechanism, token: login.token };
  return { mechanism: login.mechanism, username: login.user, password: login.password };
}

const reasonsMax = 20;

/** An error of the client with all that it names as its reasons, the outermost first: often only the innermost says why. */
export function reasonsOf(error: unknown): Error[] {
  const reasons: Error[] = [];
  const waiting = [error];
  while (waiting.length > 0 && reasons.length < reasonsMax) {
    const next = waiting.shift();
    if (!(next instanceof Error)) continue;
    reasons.push(next);
    waiting.push(...(next instanceof AggregateError ? (next.errors as unknown[]) : []), next.cause);
  }
  return reasons;
}

/** Whether the brokers refused the sign-in. */
export function isSignInRefused(error: unknown): boolean {
  return reasonsOf(error).some((reason) => (reason as { code?: string }).code === "PLT_KFK_AUTHENTICATION");
}

/** The topic of a module's events. */
export function eventTopic({ prefix }: KafkaSettings, module: string): string {
  return `${prefix}.events.${module}`;
}

/** The topic by which a module's copies tell each other what is new. */
export function liveTopic({ prefix }: KafkaSettings, module: string): string {
  return `${prefix}.live.${module}`;
}

/** The consumer group of a module's copies. */
export function groupOf({ prefix }: KafkaSettings, module: string): string {
  return `${prefix}.${module}`;
}

/** Rejects when `work` takes longer: the client has waits without an end of their own. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the brokers did not respond within ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
