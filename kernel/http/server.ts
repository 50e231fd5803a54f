import cookie from "@fastify/cookie";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import { httpStatus } from "@jangteo/contracts/errors.ts";
import korean from "ajv-i18n/localize/ko/index.js";
import type {
  FastifyContextConfig,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyReply, type FastifyRequest } from "fastify";
import { fail, isServiceError, ServiceError } from "../rpc/service-error.ts";
import type { Principal } from "../rpc/types.ts";
import type { Settings } from "../settings/settings.ts";
import type { Logger } from "../telemetry/logger.ts";
import { requestSeconds } from "../telemetry/metrics.ts";
import type { CheckedToken, VerifyToken } from "./access-token.ts";
import { clientProtocol, isLocalHost, isLoopback, limitKey, readTrustedProxies } from "./client-address.ts";
import { compileWhenCalled } from "./compile-schemas.ts";
import { createPipelineLimit, isAmbiguous, limitConnections } from "./connection-limit.ts";
import { addDocs } from "./docs.ts";
import { type EndedAccounts, refuseEnded } from "./ended-accounts.ts";
import { createKnownMethods } from "./known-methods.ts";
import { parseJson } from "./parse-json.ts";
import { type Language, languageOf, problemOf, retryAfterSeconds } from "./problem.ts";
import { createRateLimits, type RateLimits } from "./rate-limits.ts";
import { createRequestHash, type RequestHash } from "./request-hash.ts";
import { standingHeaders } from "./standing-headers.ts";
import { isSocketRequest } from "./upgrade.ts";

export type HttpServer = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module "fastify" {
  interface FastifyInstance {
    /**
     * For connections that show their token later than in a header; throws ACCOUNT_SUSPENDED or INVALID_ACCESS_TOKEN for
     * an account that has lost access, SECOND_FACTOR_REQUIRED for an administrator who needs one.
     */
    verifyToken: VerifyToken;
    /** For connections that outlast the check of their token. */
    endedAccounts: EndedAccounts;
    /** Of requests with an Idempotency-Key. */
    requestHash: RequestHash;
    /** Nothing where limits are off. */
    rateLimits: RateLimits | undefined;
  }
  interface FastifyRequest {
    principal: Principal | null;
    /** The sign-in that the access token came from, if it came from one. */
    sessionId: string | undefined;
  }
  interface FastifyContextConfig {
    /** Roles that may call the route; without it, everyone may. */
    roles?: readonly Principal["role"][];
    /** Who has not proved lately who they are does so again first: CONFIRMATION_REQUIRED. */
    confirmedLately?: boolean;
    /** An administrator without a second factor may call it, to set one up. */
    beforeSecondFactor?: boolean;
    /** A closed account may still call it, to receive the response that it did not receive before. */
    closedAccountsToo?: boolean;
    /** The same for ended sign-ins. */
    endedSignInsToo?: boolean;
    /** Health checks, and files that never change. */
    unlimited?: boolean;
    /** For clients on this machine alone; for others it does not exist. */
    localOnly?: boolean;
  }
}

export type HttpOptions = {
  settings: Settings;
  log: Logger;
  /** Checks a token by itself, without regard to what became of its account. */
  verifyToken: VerifyToken;
  endedAccounts: EndedAccounts;
  /**
   * Throws ACCOUNT_SUSPENDED or INVALID_ACCESS_TOKEN when an administrator is one no longer; called at each of their
   * requests, so that a suspension holds at once.
   */
  confirmAdmin: (accountId: string) => Promise<void>;
  title: string;
};

/**
 * The HTTP server that every process has: strict JSON, validation, problem documents in two languages, the sign-in
 * check, rate limits, security headers, metrics and the API reference.
 */
export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  const { settings, log, endedAccounts } = options;
  const trustsProxy = readTrustedProxies(settings.trustedProxies);
  const [plainHeaders, secureHeaders] = [standingHeaders(settings, false), standingHeaders(settings, true)];
  const headersFor = ({ raw }: FastifyRequest) =>
    clientProtocol(raw, trustsProxy) === "https" ? secureHeaders : plainHeaders;
  const http: HttpServer = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: settings.bodyMaxBytes,
    requestTimeout: settings.requestTimeoutMs,
    keepAliveTimeout: settings.keepAliveMs,
    // Where nobody listens for sockets, their handshakes are requests too.
    http: { shouldUpgradeCallback: (request) => http.server.listenerCount("upgrade") > 0 && isSocketRequest(request) },
    trustProxy: trustsProxy,
    return503OnClosing: false,
    forceCloseConnections: "idle",
    // No hook has run for these.
    frameworkErrors(error, request, reply) {
      reply.headers(headersFor(request as FastifyRequest));
      sendError(error, request as FastifyRequest, reply as FastifyReply);
    },
    routerOptions: { maxParamLength: 512, ignoreTrailingSlash: false },
  }).withTypeProvider<TypeBoxTypeProvider>();

  if (settings.rateLimits) limitConnections(http.server, settings.connectionsPerAddressMax, trustsProxy);
  addBodyParser(http);
  addValidation(http);
  const otherMethods = collectMethods(http);
  function refuseSignedOut(sessionId: string | undefined): void {
    if (sessionId !== undefined && endedAccounts.isSignedOut(sessionId)) throw fail("INVALID_ACCESS_TOKEN");
  }
  http.decorate("verifyToken", async (token) => {
    const checked = await options.verifyToken(token);
    refuseEnded(endedAccounts.statusOf(checked.principal.id));
    refuseSignedOut(checked.sessionId);
    refuseUnproven(checked, {}, settings);
    return checked;
  });
  http.decorate("endedAccounts", endedAccounts);
  http.decorate("requestHash", createRequestHash(settings.secret));
  const limits = createRateLimits(settings);
  http.decorate("rateLimits", limits);
  http.decorateRequest("principal", null);
  http.decorateRequest("sessionId", undefined);
  const isTooManyAtOnce = createPipelineLimit();
  http.addHook("onRequest", async (request, reply) => {
    if (isTooManyAtOnce(request.raw, reply.raw)) {
      request.raw.socket.destroy();
      return reply.hijack();
    }
    reply.headers(headersFor(request));
    if (isAmbiguous(request.raw)) throw fail("INVALID_INPUT");
    const { url, config } = request.routeOptions;
    const { closedAccountsToo, endedSignInsToo, unlimited, localOnly } = config;
    const allowed = otherMethods(request, url);
    const roles = allowed ? undefined : config.roles;
    // Before the sign-in is checked, so that what is refused counts too.
    if (!unlimited) limits?.ofAddress(request.ip);
    if (roles) {
      reply.header("cache-control", "no-store");
      const signedIn = await signIn(request, options.verifyToken);
      const { principal, sessionId } = signedIn;
      const ended = endedAccounts.statusOf(principal.id);
      if (!(closedAccountsToo && ended === "CLOSED")) {
        refuseEnded(ended);
        if (!endedSignInsToo) refuseSignedOut(sessionId);
      }
      request.principal = principal;
      request.sessionId = sessionId;
      if (!roles.includes(principal.role)) throw fail("WRONG_ROLE");
      if (principal.role === "ADMIN") await options.confirmAdmin(principal.id);
      refuseUnproven(signedIn, config, settings);
    }
    if (!unlimited) limits?.ofCaller(request.principal?.id ?? limitKey(request.ip));
    if (localOnly && !isFromHere(request)) throw fail("NOT_FOUND");
    if (allowed) throw fail("METHOD_NOT_ALLOWED", { allowed });
  });
  await http.register(cookie);
  http.addHook("onResponse", (request, reply, done) => {
    requestSeconds
      .labels(request.method, request.routeOptions.url ?? "unknown", String(reply.statusCode))
      .observe(reply.elapsedTime / 1_000);
    done();
  });
  http.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  http.setNotFoundHandler((request, reply) => sendError(fail("NOT_FOUND"), request, reply));
  if (!settings.production) await addDocs(http, options.title);
  return http;
}

/**
 * Collects the methods of all routes that are registered from now on; returns those that a request's path has, if the
 * request's own is none of them. `route` is the path of the route that the request came to.
 */
function collectMethods(
  http: HttpServer,
): (request: FastifyRequest, route: string | undefined) => string[] | undefined {
  const [everybodys, local] = [createKnownMethods(), createKnownMethods()];
  http.addHook("onRoute", ({ url, method, config }) => {
    const known = (config as FastifyContextConfig | undefined)?.localOnly ? local : everybodys;
    known.add({ url, methods: [method].flat() });
  });
  return (request, route) => {
    const path = pathOf(request.url);
    // The router takes `GET /chat/invite` for a room's address.
    const isOfAnother = route?.includes("/:") && everybodys.has(path);
    if (!request.is404 && !isOfAnother) return undefined;
    const methods = [...everybodys.of(path), ...(isFromHere(request) ? local.of(path) : [])];
    const allowed = [...new Set(methods)].sort();
    // A path may match and still be none that the router takes: one with an overlong segment, say.
    return allowed.length > 0 && !allowed.includes(request.method) ? allowed : undefined;
  };
}

/** Throws SECOND_FACTOR_REQUIRED or CONFIRMATION_REQUIRED. Tokens of test accounts belong to no sign-in: they need neither. */
function refuseUnproven(
  { principal, sessionId, withCode, confirmedAt }: CheckedToken,
  { beforeSecondFactor, confirmedLately }: FastifyContextConfig,
  { adminSecondFactor, confirmMinutes, production }: Settings,
): void {
  if (sessionId === undefined && !production) return;
  if (adminSecondFactor && principal.role === "ADMIN" && !withCode && !beforeSecondFactor)
    throw fail("SECOND_FACTOR_REQUIRED");
  if (confirmedLately && Date.now() - confirmedAt > confirmMinutes * 60_000) throw fail("CONFIRMATION_REQUIRED");
}

function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

async function signIn(request: FastifyRequest, verifyToken: VerifyToken): Promise<CheckedToken> {
  const header = request.headers.authorization;
  if (!header) throw fail("UNAUTHENTICATED");
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header);
  if (!match || header.length > 4_096) throw fail("INVALID_ACCESS_TOKEN");
  return verifyToken(match[1]!);
}

/** Whether a client on this machine sent it, and meant this machine. */
const isFromHere = ({ ip, host }: FastifyRequest): boolean => isLoopback(ip) && isLocalHost(host ?? "");

const describeInKorean = korean as unknown as (errors: FastifyError["validation"]) => void;

function addBodyParser(http: HttpServer): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, parseJson(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** By the schemas of the routes; and no text with a null character, which the database cannot hold. */
function addValidation(http: HttpServer): void {
  const { validator, serializer } = compileWhenCalled();
  http.setValidatorCompiler(validator);
  http.setSerializerCompiler(serializer);
  http.addHook("preValidation", (request, _reply, done) => {
    if (request.body === undefined && request.method !== "GET" && request.method !== "HEAD") request.body = {};
    const texts = [...Object.values(request.query as object), ...Object.values(request.params as object)].flat();
    done(texts.some((text) => typeof text === "string" && text.includes("\0")) ? fail("INVALID_INPUT") : undefined);
  });
}

const thrownAwayMaxBytes = 67_108_864;

/** Turns whatever was thrown into a problem document. What is not foreseen is logged and answered 500 without a word. */
function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers["accept-language"]);
  const known = asServiceError(error, language);
  const status = httpStatus(known.code);
  if (status >= 500 && known.code !== "OVERLOADED")
    request.log[status === 500 ? "error" : "warn"]({ err: error, url: request.routeOptions.url }, "request failed");
  const retryAfter = retryAfterSeconds(known);
  if (retryAfter !== undefined) reply.header("retry-after", retryAfter);
  // The rest of a body that is only somewhat too large is read and thrown away: a client that is still sending would
  // otherwise see a broken connection instead of the answer.
  if (status === 413 && Number(request.headers["content-length"]) <= thrownAwayMaxBytes)
    reply.header("connection", "keep-alive");
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="jangteo"');
  if (known.code === "METHOD_NOT_ALLOWED") reply.header("allow", (known.details.allowed as string[]).join(", "));
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer((payload) => JSON.stringify(payload))
    .send(problemOf(known, language));
}

function asServiceError(error: unknown, language: Language): ServiceError {
  if (isServiceError(error)) return error;
  const known = error as FastifyError;
  if (known.validation) {
    if (language === "ko") describeInKorean(known.validation);
    const errors = known.validation.slice(0, 20).map((each) => {
      const name = each.params?.missingProperty ?? each.params?.additionalProperty;
      const path = `${each.instancePath}${typeof name === "string" ? `/${name}` : ""}`.slice(1);
      return { path, message: each.message ?? "" };
    });
    return new ServiceError("INVALID_INPUT", { errors });
  }
  if (known.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new ServiceError("UNSUPPORTED_MEDIA_TYPE");
  if (known.statusCode === 413) return new ServiceError("BODY_TOO_LARGE");
  if (known.statusCode === 429) return new ServiceError("TOO_MANY_REQUESTS");
  if (known.statusCode !== undefined && known.statusCode >= 400 && known.statusCode < 500)
    return new ServiceError("INVALID_INPUT", {}, { cause: error });
  return new ServiceError("INTERNAL", {}, { cause: error });
}
