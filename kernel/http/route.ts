import { type ErrorCode, httpStatus } from "@jangteo/contracts/errors.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Static, type TSchema, Type } from "typebox";
import type { Database, Transaction } from "../database/database.ts";
import { isRefusal } from "../rpc/service-error.ts";
import type { Principal } from "../rpc/types.ts";
import { limitKey } from "./client-address.ts";
import { sendAtMultiplesOf } from "./even-time.ts";
import {
  type Answer,
  findAnswer,
  idempotencyKeyOf,
  idempotencyKeyPattern,
  type Personal,
  runCommand,
  runWrite,
} from "./idempotency.ts";
import { problemType, problemWith } from "./problem.ts";
import type { HttpServer } from "./server.ts";

type Role = Principal["role"];

export type RouteDefinition<Body extends TSchema, Query extends TSchema, Params extends TSchema> = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  summary: string;
  tag: string;
  /** Who may call it; left out, everyone may. */
  roles?: readonly Role[];
  /** A closed account may repeat its request, to receive the stored response; the handler must not act for it. */
  closedAccountsToo?: boolean;
  /**
   * Lets tokens of ended sign-ins through, so that a request which ended its own sign-in gets its first response when it comes
   * again. Its handler refuses them otherwise.
   */
  endedSignInsToo?: boolean;
  /** Who has not proved lately who they are (`confirmMinutes`) is asked to: CONFIRMATION_REQUIRED. */
  confirmedLately?: boolean;
  /** An administrator without a second factor may call it, to set one up. */
  beforeSecondFactor?: boolean;
  body?: Body;
  query?: Query;
  params?: Params;
  /** The schema of each good answer, by status; `null` for no body. */
  answers: Record<number, TSchema | null>;
  /** The codes that this route may refuse with, besides those that every route has. */
  errors?: readonly ErrorCode[];
  /**
   * Limits beside the general ones: so many requests of an address per minute, and so many of an address for one `key` of the
   * body, which is counted before the route's work.
   */
  limit?: { perAddress: number; perKey?: { perMinute: number; key: (body: Static<Body>) => string } };
  /** Good responses leave at multiples of so many milliseconds, so that their time tells nothing. */
  evenMs?: number;
  /** Left out of the API reference. */
  hidden?: boolean;
  /** For clients on this machine alone; for others it does not exist. */
  localOnly?: boolean;
};

export type RouteInput<Body extends TSchema, Query extends TSchema, Params extends TSchema> = {
  body: Static<Body>;
  query: Static<Query>;
  params: Static<Params>;
  /** Set on every route that has `roles`. */
  principal: Principal;
  request: FastifyRequest;
  reply: FastifyReply;
};

type Handle<Input, Result> = (input: Input) => Promise<Result>;

/** A route that reads, or whose writes need no idempotency key (sign-in). */
export function route<Body extends TSchema, Query extends TSchema, Params extends TSchema>(
  http: HttpServer,
  definition: RouteDefinition<Body, Query, Params> & { handle: Handle<RouteInput<Body, Query, Params>, Answer> },
): void {
  register(http, definition, async (input) => send(input.reply, await definition.handle(input)));
}

/**
 * A route whose whole effect is one transaction, which also stores its answer under the Idempotency-Key. `prepare` runs
 * before the transaction: what takes long or asks elsewhere (a password's hash, another module, a second connection)
 * must not hold one open. A request that is repeated gets its stored answer without it: what the first one has done may
 * be in its way. `personal` is for answers that hold personal data: `keep` says what of the body is stored, such as an id,
 * and `restore` makes the body of it again.
 */
export function write<Body extends TSchema, Query extends TSchema, Params extends TSchema, Prepared = undefined>(
  http: HttpServer,
  database: Database,
  definition: RouteDefinition<Body, Query, Params> & {
    keyRequired?: boolean;
    prepare?: Handle<RouteInput<Body, Query, Params>, Prepared>;
    personal?: {
      keep: (body: never) => unknown;
      restore: (kept: never, input: RouteInput<Body, Query, Params>) => Promise<unknown>;
    };
    handle: Handle<RouteInput<Body, Query, Params> & { transaction: Transaction; prepared: Prepared }, Answer>;
  },
): void {
  register(
    http,
    definition,
    async (input) => {
      const { keep, restore } = definition.personal ?? {};
      const options = {
        keyRequired: definition.keyRequired ?? false,
        personal: keep &&
          restore && { keep: keep as Personal["keep"], restore: (kept: unknown) => restore(kept as never, input) },
      };
      const stored = () => findAnswer(database, input.request, options);
      const ready = definition.prepare && (await prepareOnce(() => definition.prepare!(input), stored));
      if (ready && "answer" in ready) return send(input.reply, ready.answer);
      const prepared = ready?.prepared as Prepared;
      const handle = (transaction: Transaction) => definition.handle({ ...input, transaction, prepared });
      return send(input.reply, await runWrite(database, input.request, options, handle));
    },
    { optional: !definition.keyRequired },
  );
}

/**
 * Prepares a request, unless its answer is stored. It may be stored meanwhile, by the same request sent twice: a refusal
 * is only the answer when there is still none.
 */
async function prepareOnce<Prepared>(
  prepare: () => Promise<Prepared>,
  stored: () => Promise<Answer | undefined>,
): Promise<{ answer: Answer } | { prepared: Prepared }> {
  const before = await stored();
  if (before) return { answer: before };
  try {
    return { prepared: await prepare() };
  } catch (error) {
    const meanwhile = isRefusal(error) ? await stored() : undefined;
    if (meanwhile) return { answer: meanwhile };
    throw error;
  }
}

/**
 * A route whose effect takes several steps, each idempotent under `ref` (the id of what the request makes). A request
 * that stopped half-way goes on under the same `ref` when it comes again with its Idempotency-Key.
 */
export function command<Body extends TSchema, Query extends TSchema, Params extends TSchema>(
  http: HttpServer,
  database: Database,
  definition: RouteDefinition<Body, Query, Params> & {
    keyRequired?: boolean;
    leaseMs: number;
    handle: Handle<RouteInput<Body, Query, Params> & { ref: string }, Answer>;
  },
): void {
  register(
    http,
    definition,
    async (input) => {
      const handle = (ref: string) => definition.handle({ ...input, ref });
      const options = { keyRequired: definition.keyRequired ?? false, leaseMs: definition.leaseMs };
      return send(input.reply, await runCommand(database, input.request, options, handle));
    },
    { optional: !definition.keyRequired },
  );
}

/** A route that handles its required Idempotency-Key by itself: checkout, which stores many answers in one statement. */
export function keyed<Body extends TSchema, Query extends TSchema, Params extends TSchema>(
  http: HttpServer,
  definition: RouteDefinition<Body, Query, Params> & {
    handle: Handle<RouteInput<Body, Query, Params> & { idempotencyKey: string }, Answer>;
  },
): void {
  register(
    http,
    definition,
    async (input) => {
      const idempotencyKey = idempotencyKeyOf(input.request, true);
      return send(input.reply, await definition.handle({ ...input, idempotencyKey }));
    },
    { optional: false },
  );
}

function register<Body extends TSchema, Query extends TSchema, Params extends TSchema>(
  http: HttpServer,
  definition: RouteDefinition<Body, Query, Params>,
  handle: (input: RouteInput<Body, Query, Params>) => Promise<FastifyReply>,
  key?: { optional: boolean },
): void {
  const { method, url, limit } = definition;
  const takesBody = method === "POST" || method === "PUT";
  const keyHeader = Type.String({
    pattern: idempotencyKeyPattern,
    description: "1 to 64 visible ASCII characters; a replay gets the first answer",
  });
  http.route({
    method,
    url,
    config: {
      ...(definition.roles && { roles: definition.roles }),
      ...(definition.closedAccountsToo && { closedAccountsToo: true }),
      ...(definition.endedSignInsToo && { endedSignInsToo: true }),
      ...(definition.localOnly && { localOnly: true }),
      ...(definition.confirmedLately && { confirmedLately: true }),
      ...(definition.beforeSecondFactor && { beforeSecondFactor: true }),
    },
    schema: {
      summary: definition.summary,
      tags: [definition.tag],
      ...(definition.hidden && { hide: true }),
      ...(takesBody && { body: definition.body ?? Type.Object({}, { additionalProperties: false }) }),
      ...(definition.query && { querystring: definition.query }),
      ...(definition.params && { params: definition.params }),
      ...(key && {
        headers: Type.Object({ "idempotency-key": key.optional ? Type.Optional(keyHeader) : keyHeader }),
      }),
      response: responses(definition, {
        input: takesBody || definition.query !== undefined || definition.params !== undefined,
        body: takesBody,
        key: key !== undefined,
        cursor: hasCursor(definition.query),
      }),
    },
    // The key has its own error codes, so that the schema's check of headers would only be in the way.
    ...(key && {
      validatorCompiler: ({ httpPart, schema, ...rest }) =>
        httpPart === "headers" ? () => true : http.validatorCompiler!({ httpPart, schema, ...rest }),
    }),
    ...(limit && limitHooks(http, limit)),
    ...(definition.evenMs && { onSend: sendAtMultiplesOf(definition.evenMs) }),
    handler: (request, reply) =>
      handle({
        body: request.body as Static<Body>,
        query: request.query as Static<Query>,
        params: request.params as Static<Params>,
        principal: request.principal as Principal,
        request,
        reply,
      }),
  });
}

function hasCursor(query: TSchema | undefined): boolean {
  return query !== undefined && "properties" in query && "cursor" in (query.properties as object);
}

function limitHooks<Body extends TSchema>(
  { rateLimits }: HttpServer,
  { perAddress, perKey }: NonNullable<RouteDefinition<Body, TSchema, TSchema>["limit"]>,
) {
  if (!rateLimits) return {};
  const ofAddress = rateLimits.perMinute(perAddress);
  const ofKey = perKey && rateLimits.perMinute(perKey.perMinute);
  return {
    onRequest: async (request: FastifyRequest) => ofAddress(limitKey(request.ip)),
    ...(ofKey && {
      preHandler: async (request: FastifyRequest) =>
        ofKey(`${limitKey(request.ip)} ${perKey.key(request.body as Static<Body>)}`),
    }),
  };
}

const retryAfter = {
  "retry-after": Type.Integer({ minimum: 1, description: "Seconds until a repetition makes sense" }),
};
/** What refusals of a status have besides their problem document. */
const headersOf: Record<number, Record<string, TSchema>> = {
  401: { "www-authenticate": Type.String() },
  429: retryAfter,
  503: retryAfter,
};

/**
 * The answers of a route for the API reference, refusals too; for routes that are registered by hand (bytes, streams) as
 * well. `takes` says what can be wrong with a request.
 */
export function responses(
  definition: Pick<
    RouteDefinition<TSchema, TSchema, TSchema>,
    "answers" | "errors" | "roles" | "confirmedLately" | "beforeSecondFactor"
  >,
  takes: { input: boolean; body?: boolean; key?: boolean; cursor?: boolean },
): Record<string, TSchema> {
  const result: Record<string, object> = {};
  for (const [status, schema] of Object.entries(definition.answers)) result[status] = schema ?? Type.Null();
  const byStatus = new Map<number, ErrorCode[]>();
  const add = (code: ErrorCode) => byStatus.set(httpStatus(code), [...(byStatus.get(httpStatus(code)) ?? []), code]);
  const codes: ErrorCode[] = [
    ...(takes.input ? (["INVALID_INPUT"] as const) : []),
    ...(takes.cursor ? (["INVALID_CURSOR"] as const) : []),
    ...(takes.body ? (["INVALID_JSON", "BODY_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"] as const) : []),
    ...(takes.key ? (["INVALID_IDEMPOTENCY_KEY", "IDEMPOTENCY_KEY_REUSED", "IDEMPOTENCY_KEY_IN_FLIGHT"] as const) : []),
    ...(definition.roles
      ? (["UNAUTHENTICATED", "INVALID_ACCESS_TOKEN", "WRONG_ROLE", "ACCOUNT_SUSPENDED"] as const)
      : []),
    ...(definition.confirmedLately ? (["CONFIRMATION_REQUIRED"] as const) : []),
    ...(definition.roles?.includes("ADMIN") && !definition.beforeSecondFactor
      ? (["SECOND_FACTOR_REQUIRED"] as const)
      : []),
    ...(definition.errors ?? []),
    "TOO_MANY_REQUESTS",
    "OVERLOADED",
    "UNAVAILABLE",
  ];
  for (const code of new Set(codes)) add(code);
  for (const [status, codes] of byStatus)
    result[status] = {
      description: codes.join(", "),
      content: { [problemType]: { schema: problemWith(codes) } },
      ...(headersOf[status] && { headers: headersOf[status] }),
    };
  return result as Record<string, TSchema>;
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.replayed) reply.header("idempotency-replayed", "true");
  if (answer.headers) reply.headers(answer.headers);
  if (typeof answer.body === "string") reply.header("content-type", "application/json; charset=utf-8");
  if (answer.status >= 400) reply.header("content-type", `${problemType}; charset=utf-8`);
  return answer.body === null ? reply.code(answer.status).send() : reply.code(answer.status).send(answer.body);
}
