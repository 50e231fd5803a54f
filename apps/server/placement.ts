import { formatDatabaseUrl, parseDatabaseUrl } from "@jangteo/kernel/database/address.ts";
import { ensureLogin } from "@jangteo/kernel/database/logins.ts";
import { createRolesAndSchema, moduleRole, ownerRole } from "@jangteo/kernel/database/provision.ts";
import { deriveKey } from "@jangteo/kernel/secrets/derive-key.ts";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import pg from "pg";
import type { Stage } from "../../stages/stage.ts";

/** The address of each module's database. */
export type Placement = Readonly<Record<string, string>>;

/** In the marketplace's first database: where the modules are that have moved out of it. */
const table = "public.jangteo_placement";

/** Databases that an operator named for single modules. */
export function namedDatabases(settings: Settings): Placement {
  const named = {
    account: settings.accountDatabaseUrl,
    order: settings.orderDatabaseUrl,
    chat: settings.chatDatabaseUrl,
  };
  return Object.fromEntries(Object.entries(named).filter(([, url]) => url !== ""));
}

/** Where the data of each module is now: as the operator says, else as was noted at a move, else in the first database. */
export async function findPlacement(
  baseUrl: string,
  modules: readonly string[],
  settings: Settings,
): Promise<Placement> {
  const moved = await withClient(baseUrl, readMoves);
  const named = namedDatabases(settings);
  return Object.fromEntries(
    modules.map((module) => [
      module,
      named[module] ?? (moved[module] ? withDatabase(baseUrl, moved[module]) : baseUrl),
    ]),
  );
}

/**
 * Makes a database of its own for each module of an empty marketplace, on the same server. Throws, with what to do, when
 * there is data that would have to move.
 */
export async function separateDatabases(
  baseUrl: string,
  modules: readonly string[],
  settings: Settings,
): Promise<void> {
  const named = namedDatabases(settings);
  await withClient(baseUrl, async (client) => {
    const moved = await readMoves(client);
    for (const module of modules) {
      if (moved[module] || named[module]) continue;
      const { rows } = await client.query("SELECT to_regclass($1) AS found", [`"${module}".migration`]);
      if ((rows[0] as { found: string | null }).found !== null)
        throw new Error(
          `The data of this marketplace is in one database, and this stage has a database per module. Stop the marketplace and move it: \`jangteo move-databases --apart\` (back: --together).`,
        );
    }
    for (const module of modules)
      if (!moved[module] && !named[module]) await noteMove(client, module, await makeDatabase(client, module));
  });
}

/** Throws, with what to do, when modules have databases of their own and this stage has one for all of them. */
export async function oneDatabase(baseUrl: string): Promise<void> {
  const moved = Object.keys(await withClient(baseUrl, readMoves));
  if (moved.length > 0)
    throw new Error(
      `The modules ${moved.join(", ")} of this marketplace have databases of their own, and this stage has one for all. Stop the marketplace and move them: \`jangteo move-databases --together\`.`,
    );
}

/** Names of processes of ours that are connected to a database. */
export async function othersConnected(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT DISTINCT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'jangteo %' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  });
}

/** Makes the empty database of a module on the server of `client`; answers its name. */
export async function makeDatabase(client: pg.Client, module: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  const database = `${rows[0]!.name}_${module}`;
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (found.rows.length === 0) await client.query(`CREATE DATABASE "${database}"`);
  return database;
}

/** Notes that a module's data is in another database of the server; `undefined`: that it is in the first one again. */
export async function noteMove(client: pg.Client, module: string, database: string | undefined): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS ${table} (module text PRIMARY KEY, database text NOT NULL)`);
  if (database === undefined) await client.query(`DELETE FROM ${table} WHERE module = $1`, [module]);
  else
    await client.query(
      `INSERT INTO ${table} VALUES ($1, $2) ON CONFLICT (module) DO UPDATE SET database = excluded.database`,
      [module, database],
    );
}

/**
 * The address by which a service reaches its module's database: a role of its own, which may connect to this database
 * alone and owns nothing but the module's schema. The service migrates it by itself. Its password is set again at each start.
 */
export async function serviceUrl(adminUrl: string, module: string, secret: string): Promise<string> {
  const role = `${moduleRole(module)}_service`;
  const password = deriveKey(secret, `database password of ${module}`).toString("base64url");
  await withClient(adminUrl, async (client) => {
    await createRolesAndSchema(client, module);
    const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
    const database = `"${rows[0]!.name}"`;
    await repeatOnRace(async () => {
      const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      if (found.rows.length === 0) await client.query(`CREATE ROLE ${role} LOGIN`);
      await client.query(`ALTER ROLE ${role} PASSWORD '${password}'`);
      await client.query(`GRANT ${moduleRole(module)}, ${ownerRole(module)} TO ${role}`);
    });
    await client.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
  });
  await ensureLogin(adminUrl, module, secret);
  const url = parseDatabaseUrl(adminUrl);
  url.username = role;
  url.password = password;
  return formatDatabaseUrl(url);
}

/** The same server and user, another database. */
export function withDatabase(baseUrl: string, database: string): string {
  const url = parseDatabaseUrl(baseUrl);
  url.pathname = `/${database}`;
  return formatDatabaseUrl(url);
}

async function readMoves(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass($1) AS found", [table]);
  if (!rows[0]?.found) return {};
  const moves = await client.query<{ module: string; database: string }>(`SELECT module, database FROM ${table}`);
  return Object.fromEntries(moves.rows.map(({ module, database }) => [module, database]));
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole server, and PostgreSQL refuses two who change one at the same moment. */
async function repeatOnRace(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const raced = ["XX000", "42710", "23505"].includes((error as { code?: string }).code ?? "");
      if (!raced || attempt >= 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * Math.random()));
    }
  }
}

/** All modules of a stage. */
export function modulesOf({ processes }: Stage): string[] {
  return processes.flatMap(({ modules }) => modules);
}
