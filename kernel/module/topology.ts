import type { ModuleContract } from "@jangteo/contracts/modules.ts";
import type { KafkaSettings } from "../events/kafka/connection.ts";
import type { CallIdentity } from "../rpc/remote/identity.ts";
import type { Membership } from "../rpc/remote/membership.ts";

/** A module that another process serves. */
export type RemoteModule = ModuleContract & {
  readonly name: string;
  /** The process, as the registry calls it. */
  readonly process: string;
};

/** How the modules of one process reach those of the others. */
export type Remote = {
  readonly modules: readonly RemoteModule[];
  readonly membership: Membership;
  /** Where this process takes calls: port 0 is a free one. */
  readonly host: string;
  readonly port: number;
  /** Certificates for calls over TLS; none: calls are plain. */
  readonly identity?: CallIdentity | undefined;
};

/** How copies of a module tell each other what is new. */
export type LivePushKind = "none" | "notify" | "kafka";

/** Where a process stands among others. Decided by its stage; a module cannot tell. */
export type Topology = {
  /** The address of a module's database. */
  readonly databaseUrl: (module: string) => string;
  /** How events get from one module to another. */
  readonly events: "direct" | "kafka";
  readonly livePush: LivePushKind;
  /** Needed where events or live push go over it. */
  readonly kafka?: KafkaSettings;
  /** None where one process serves everything. */
  readonly remote?: Remote;
};
