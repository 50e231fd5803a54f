import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import type { PagesBackend } from "@jangteo/contracts/pages.ts";
import type { HttpServer } from "@jangteo/kernel/http/server.ts";
import type { ServiceClients } from "@jangteo/kernel/module/host.ts";
import type { Membership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { loadPages, servePages } from "@jangteo/web";
import { pathsOf, pathsOfPages, type Stage } from "../../../stages/stage.ts";
import { buyer, demoPassword, operator, shops } from "../demo/catalog.ts";
import { pagesFolder } from "./build-pages.ts";

/** Where the other processes of a stage answer requests. */
export type Neighbours = { stage: Stage; membership: Membership };

/** Adds the pages to a process; they ask the API in it, or that of its neighbours. */
export async function addPages(
  http: HttpServer,
  clients: ServiceClients,
  { settings, log, neighbours }: { settings: Settings; log: Logger; neighbours: Neighbours | undefined },
): Promise<void> {
  const isAlone = neighbours === undefined || neighbours.stage.processes.length === 1;
  const call = isAlone ? askHere(http) : await askNeighbours(http, neighbours, settings, log);
  const accounts = clients.client(AccountService);
  await servePages(http, {
    handler: await loadPages(pagesFolder),
    paths: pathsOfPages,
    backend: {
      call,
      production: settings.production,
      rehearsal: settings.rehearsal,
      demo:
        settings.demo && !settings.production
          ? { customer: buyer.email, seller: shops[0]!.email, admin: operator.email, password: demoPassword }
          : undefined,
      async renew(refreshToken) {
        try {
          const {
            account,
            accessToken,
            expiresIn,
            refreshToken: next,
          } = await accounts.renewSession({
            refreshToken,
            keepsNextToken: true,
          });
          return account && { account, accessToken, expiresIn, ...(next && { refreshToken: next }) };
        } catch (error) {
          if (isServiceError(error) && error.code === "INVALID_REFRESH_TOKEN") return undefined;
          throw error;
        }
      },
    },
  });
}

function askHere(http: HttpServer): PagesBackend["call"] {
  return async ({ method, path, headers, body, address }) => {
    const answer = await http.inject({
      method: method as "GET",
      url: path,
      headers,
      remoteAddress: address,
      ...(body && { payload: Buffer.from(body) }),
    });
    const answered = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(answered) as Record<string, string>,
      body: answer.rawPayload,
    };
  };
}

async function askNeighbours(
  http: HttpServer,
  { stage, membership }: Neighbours,
  settings: Settings,
  log: Logger,
): Promise<PagesBackend["call"]> {
  // Of use only here: without neighbours a process opens sooner without the HTTP client.
  const { createApiCaller } = await import("@jangteo/gateway/api-caller.ts");
  const services = stage.processes
    .filter(({ modules }) => modules.length > 0)
    .map((process) => ({ name: process.name, paths: pathsOf(process) }));
  const caller = createApiCaller({ services, fallback: services[0]!.name, membership, settings, log });
  http.addHook("onClose", () => caller.stop());
  return caller.call;
}
