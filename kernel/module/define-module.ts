import type { DescService } from "@bufbuild/protobuf";
import type { ModuleContract } from "@jangteo/contracts/modules.ts";
import type { Database } from "../database/database.ts";
import type { Consumer } from "../events/inbox.ts";
import type { LivePush } from "../events/live-push.ts";
import type { HttpServer } from "../http/server.ts";
import type { RetentionRule } from "../retention/rule.ts";
import type { Client, ServiceImplementation } from "../rpc/types.ts";
import type { Settings } from "../settings/settings.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { Worker } from "./job.ts";

/** What a module is given. Dependencies are arguments: a module reaches for nothing. */
export type ModuleContext = {
  readonly database: Database;
  /** The client of another module's service; the module must name it in `uses`. */
  client<Service extends DescService>(service: Service): Client<Service>;
  /** Tells the relay that the outbox holds something new; call it after the commit. */
  readonly nudgeRelay: () => void;
  /** The other copies of this module. */
  readonly live: LivePush;
  readonly settings: Settings;
  readonly log: Logger;
};

export type ModuleParts<Service extends DescService> = {
  /** The module's service, for other modules. */
  rpc: ServiceImplementation<Service>;
  /** Adds the module's routes to the HTTP server. */
  routes: (http: HttpServer) => void;
  /** Background work, started once the process is ready to serve. */
  workers?: () => Worker[];
  /** How long rows of the module's tables are kept, beside those that the kernel's tables have rules for. */
  retention?: readonly RetentionRule[];
  /**
   * SQL condition on a row of `idempotency`: what its key stands for (`idempotency.ref`) has not ended yet, so the row is
   * kept beyond its period.
   */
  commandUnderWay?: string;
  /** One per event that the module's contract says it consumes. */
  consumers?: readonly Consumer[];
  /** The first thing at a stop, while requests are still taken: asks those who are connected for long to go elsewhere. */
  sendAway?: () => Promise<void>;
  /** Finishes what is under way; the database is still open. */
  drain?: () => Promise<void>;
};

export type ModuleDefinition<Service extends DescService = DescService> = ModuleContract & {
  readonly name: string;
  readonly service: Service;
  readonly uses: readonly DescService[];
  /** Folder of the numbered `.sql` files. */
  readonly migrations: URL;
  readonly create: (context: ModuleContext) => ModuleParts<Service> | Promise<ModuleParts<Service>>;
};

/** Declares a module: a plain value that a process can start in any stage. */
export function defineModule<Service extends DescService>(
  definition: ModuleDefinition<Service>,
): ModuleDefinition<Service> {
  if (!/^[a-z]+$/.test(definition.name)) throw new Error(`module name "${definition.name}" must be lower-case letters`);
  return Object.freeze(definition);
}
