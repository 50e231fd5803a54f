/**
 * A topology as data: which processes there are, what each serves and where. The one source for the runner, the gateway,
 * Compose and the cloud.
 */
export type Stage = {
  readonly name: StageName;
  /** One sentence for people. */
  readonly about: string;
  readonly processes: readonly [StageProcess, ...StageProcess[]];
  /** The process that answers what no other one has: unknown paths, the API reference. */
  readonly fallback: string;
  /** The front door's port, where there is a gateway; PORT overrides it. */
  readonly gatewayPort: number | undefined;
  /** How events get from one module to another. */
  readonly events: "direct" | "kafka";
  /** How copies of a module tell each other what is new, where there are several. */
  readonly livePush: "notify" | "kafka";
  /** One database with a schema per module, or a database per module. */
  readonly databases: "one" | "per module";
};

export type StageProcess = {
  readonly name: string;
  readonly modules: readonly string[];
  /** Serves the pages too. */
  readonly pages?: boolean;
  /** Copies at the start. */
  readonly copies: number;
  /** Where its API answers by itself. */
  readonly port: number;
  /** Where other processes call it, on machines of its own; on one machine the copies take free ports. */
  readonly callPort: number;
};

export type StageName = "monolith" | "multi-module" | "microservices";

/** What each module answers: a path and all below it. */
export const pathsOfModule: Record<string, readonly string[]> = {
  account: ["/accounts", "/test", "/dev/mail"],
  order: ["/seller", "/customer", "/search", "/order-admin", "/pictures"],
  chat: ["/chat", "/chat-info", "/chat-search", "/chat-admin", "/asyncapi.json"],
};

/** What the pages answer. */
export const pathsOfPages: readonly string[] = [
  "/",
  "/__data.json",
  "/_app",
  "/favicon.svg",
  "/robots.txt",
  "/p",
  "/find",
  "/basket",
  "/checkout",
  "/orders",
  "/points",
  "/wishlist",
  "/news",
  "/notifications",
  "/account",
  "/talk",
  "/sell",
  "/admin",
  "/sign-in",
  "/sign-up",
  "/sign-out",
  "/forgot",
  "/reset",
  "/language",
];

export function pathsOf({ modules, pages }: StageProcess): string[] {
  return [...modules.flatMap((name) => pathsOfModule[name] ?? []), ...(pages ? pathsOfPages : [])];
}

/** The same stage as an API alone. */
export function withoutPages(stage: Stage): Stage {
  const [first, ...others] = stage.processes
    .filter(({ modules }) => modules.length > 0)
    .map((process) => ({ ...process, pages: false }));
  const isThere = [first, ...others].some((process) => process?.name === stage.fallback);
  return { ...stage, processes: [first!, ...others], fallback: isThere ? stage.fallback : "order-api" };
}
