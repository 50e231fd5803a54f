import { readdir, readFile } from "node:fs/promises";
import type { Migration, MigrationProvider } from "kysely/migration";
import pg from "pg";
import { rolesLock, rolesUnlock } from "./logins.ts";

export type ModuleSchema = {
  /** Name of the module, its schema and the start of its roles' names. */
  name: string;
  /** Folder of the numbered `.sql` files. */
  migrations: URL;
};

/** The role that a module's queries run as. */
export function moduleRole(name: string): string {
  return `jangteo_${name}`;
}

/** The role that owns a module's schema; only migrations run as it. */
export function ownerRole(name: string): string {
  return `jangteo_${name}_owner`;
}

/**
 * Makes a module's schema and its two roles where they are missing, then runs its migrations. The module's role has
 * USAGE on its own schema alone, so that a query across a wall fails in every stage. Safe to run from several
 * processes at once. The login by which its queries come is made by `ensureLogin`.
 */
export async function provision(url: string, module: ModuleSchema): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 });
  try {
    const client = await pool.connect();
    try {
      await createRolesAndSchema(client, module.name);
    } finally {
      client.release();
    }
    await migrate(pool, module);
  } finally {
    await pool.end();
  }
}

/** Makes a module's schema and its two roles in the database of `client`, where they are missing. */
export async function createRolesAndSchema(client: pg.ClientBase, name: string): Promise<void> {
  const role = moduleRole(name);
  const owner = ownerRole(name);
  const { rows } = await client.query<{ ready: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE nspname = $1 AND rolname = $2)
        AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $3) AS ready`,
    [name, owner, role],
  );
  if (rows[0]?.ready) return;
  // Roles belong to the whole server: two databases being made at once must not race on them.
  await client.query(rolesLock);
  try {
    for (const each of [owner, role])
      await client.query(
        `DO $$ BEGIN CREATE ROLE ${each} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      );
    await client.query(`GRANT ${owner}, ${role} TO CURRENT_USER`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS "${name}" AUTHORIZATION ${owner}`);
    const { rows: found } = await client.query<{ owner: string }>(
      "SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = $1",
      [name],
    );
    if (found[0]!.owner !== owner)
      throw new Error(
        `The database has a schema "${name}" already, which belongs to ${found[0]!.owner} and is not ours. Give Jangteo a database of its own.`,
      );
    await client.query(`REVOKE ALL ON SCHEMA "${name}" FROM PUBLIC`);
    await client.query(`GRANT USAGE ON SCHEMA "${name}" TO ${role}`);
  } finally {
    await client.query(rolesUnlock);
  }
}

async function migrate(pool: pg.Pool, module: ModuleSchema): Promise<void> {
  const folders = [new URL("./migrations/", import.meta.url), module.migrations];
  if (await isUpToDate(pool, module.name, folders)) return;
  // The migrator is a large library: a start that has nothing to migrate goes without it.
  const { Kysely, PostgresDialect, sql } = await import("kysely");
  const { Migrator } = await import("kysely/migration");
  const provider = sqlFiles(folders, (content) => sql.raw(content));
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(sql`SELECT set_config('role', ${ownerRole(module.name)}, false)`.compile(db));
        await connection.executeQuery(sql`SELECT set_config('search_path', ${`"${module.name}"`}, false)`.compile(db));
      },
    }),
  });
  const migrator = new Migrator({
    db,
    provider,
    migrationTableSchema: module.name,
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
    // The kernel's and the module's are two rows of migrations, each with an order of its own.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === "Error");
  if (error) {
    const reason = error instanceof Error ? error.message : JSON.stringify(error);
    throw new Error(
      `Migration ${failed?.migrationName ?? ""} of module ${module.name} failed: ${reason}. The database is as it was before it. Put right what stands in its way, then start again.`,
      { cause: error },
    );
  }
}

/** Whether the migrations of these folders have run. A newer version of the program may have run more: they only add. */
async function isUpToDate(pool: pg.Pool, schema: string, folders: URL[]): Promise<boolean> {
  const { rows: table } = await pool.query("SELECT to_regclass($1) AS name", [`"${schema}".migration`]);
  if (table[0].name === null) return false;
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM "${schema}".migration ORDER BY name`);
  const wanted = (await Promise.all(folders.map(sqlFileNames))).flat().map(migrationName);
  const run = new Set(rows.map((row) => row.name));
  return wanted.every((name) => run.has(name));
}

async function sqlFileNames(folder: URL): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
}

function migrationName(file: string): string {
  return file.replace(/\.sql$/, "");
}

type RawSql = (content: string) => { execute(db: Parameters<Migration["up"]>[0]): Promise<unknown> };

/** Numbered SQL files of several folders as Kysely migrations, run in the order of their names. */
function sqlFiles(folders: URL[], raw: RawSql): MigrationProvider {
  return {
    async getMigrations() {
      const migrations: Record<string, Migration> = {};
      for (const folder of folders)
        for (const file of await sqlFileNames(folder)) {
          const content = await readFile(new URL(file, folder), "utf8");
          migrations[migrationName(file)] = { up: async (db) => void (await raw(content).execute(db)) };
        }
      return migrations;
    },
  };
}
