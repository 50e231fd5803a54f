import { createHash } from "node:crypto";
import pg from "pg";
import { deriveKey } from "../secrets/derive-key.ts";
import { formatDatabaseUrl, parseDatabaseUrl } from "./address.ts";
import { moduleRole } from "./provision.ts";

/** A change of roles, which belong to the whole server, is made by one process of the server at a time. */
export const rolesLock = "SELECT pg_advisory_lock(hashtext('jangteo provision'))";
export const rolesUnlock = "SELECT pg_advisory_unlock(hashtext('jangteo provision'))";

/** How the names of a module's logins to one database begin; roles belong to the whole server. */
function loginPrefix(module: string, database: string): string {
  return `${moduleRole(module)}_login_${createHash("sha256").update(database).digest("hex").slice(0, 8)}_`;
}

/**
 * The role that a module's pool logs in as: of one database, with the rights of the module's role only. A new secret is a
 * new login, so that instances with the old one go on until they are replaced.
 */
export function loginRole(module: string, database: string, secret: string): string {
  const mark = deriveKey(secret, "name of a database login").toString("hex").slice(0, 8);
  return `${loginPrefix(module, database)}${mark}`;
}

/**
 * The address by which a module's queries reach its database. Its role may use the module's schema and nothing else,
 * whatever SQL it sends: it is not a member of the schema's owner, nor of whoever `url` logs in as.
 */
export function moduleUrl(url: string, module: string, secret: string): string {
  const parsed = parseDatabaseUrl(url);
  const role = loginRole(module, databaseOf(parsed), secret);
  for (const parameter of ["user", "password"]) parsed.searchParams.delete(parameter);
  parsed.username = role;
  parsed.password = passwordOf(role, secret);
  return formatDatabaseUrl(parsed);
}

/**
 * Makes the role of `moduleUrl` where it is missing; logins of earlier secrets that nobody uses any more are closed then.
 * `url` must be allowed to make roles, unless the role is there. Throws, with what to do, when the server does not let it in.
 */
export async function ensureLogin(url: string, module: string, secret: string): Promise<void> {
  const own = moduleUrl(url, module, secret);
  const role = loginRole(module, databaseOf(parseDatabaseUrl(url)), secret);
  if ((await refusalOf(own)) === undefined) return;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(rolesLock);
    await makeLogin(client, role, passwordOf(role, secret));
    await client.query(`GRANT ${moduleRole(module)} TO ${role}`);
    const database = databaseOf(parseDatabaseUrl(url));
    const quoted = client.escapeIdentifier(database);
    await client.query(`GRANT CONNECT ON DATABASE ${quoted} TO ${role}`);
    // A temporary table could stand in for one of ours; nothing of ours makes any.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${quoted} FROM PUBLIC`);
    await closeUnused(client, loginPrefix(module, database), role);
    await client.query(rolesUnlock);
  } finally {
    await client.end();
  }
  const refusal = await refusalOf(own);
  if (refusal)
    throw new Error(
      `The database does not let the module ${module} in with a role of its own: ${refusal.message}. Allow the roles jangteo_* to log in with a password (pg_hba.conf), over the same address as DATABASE_URL.`,
      { cause: refusal },
    );
}

async function makeLogin(client: pg.Client, role: string, password: string): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  try {
    await client.query(`${rows.length === 0 ? "CREATE" : "ALTER"} ROLE ${role} LOGIN PASSWORD '${password}'`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new Error(
      `The database login ${role} is missing, and the user of DATABASE_URL may not make it. Start once with a user that has CREATEROLE.`,
      { cause: error },
    );
  }
}

async function closeUnused(client: pg.Client, prefix: string, kept: string): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `SELECT rolname AS role FROM pg_roles
     WHERE starts_with(rolname, $1) AND rolname <> $2 AND rolcanlogin
       AND NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE usename = rolname)`,
    [prefix, kept],
  );
  for (const { role } of rows) await client.query(`ALTER ROLE ${role} NOLOGIN`);
}

/** Why an address is not let in; nothing if it is. Throws when the server cannot be reached. */
async function refusalOf(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    // invalid_authorization_specification, invalid_password, insufficient_privilege (no CONNECT)
    if (["28000", "28P01", "42501"].includes((error as { code?: string }).code ?? "")) return error as Error;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function passwordOf(role: string, secret: string): string {
  return deriveKey(secret, `database login of ${role}`).toString("base64url");
}

function databaseOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);
}
