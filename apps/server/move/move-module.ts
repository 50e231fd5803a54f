import { provision } from "@jangteo/kernel/database/provision.ts";
import type { ModuleDefinition } from "@jangteo/kernel/module/define-module.ts";
import { makeDatabase, noteMove, withClient, withDatabase } from "../placement.ts";
import { copyRows, sumTables, type TableSum } from "./copy-schema.ts";

export type Moved = { readonly tables: number; readonly rows: number };

/** What was there stays under this name until somebody drops it. */
export function keptSchema(module: string): string {
  return `${module}_before_move`;
}

/**
 * Moves a module's data out of the marketplace's first database into one of its own on the same server, or back. Nobody
 * may be writing. The note of where the data is changes last; a move that is cut off before has changed nothing, and is
 * simply begun again.
 */
export async function moveModule(
  baseUrl: string,
  module: Pick<ModuleDefinition, "name" | "migrations">,
  direction: "apart" | "together",
): Promise<Moved> {
  const { name } = module;
  const ownDatabase = await withClient(baseUrl, (client) => makeDatabase(client, name));
  const ownUrl = withDatabase(baseUrl, ownDatabase);
  const [sourceUrl, targetUrl] = direction === "apart" ? [baseUrl, ownUrl] : [ownUrl, baseUrl];
  // Both sides have the newest tables.
  await provision(sourceUrl, module);
  await provision(targetUrl, module);
  const sums = await withClient(sourceUrl, (source) =>
    withClient(targetUrl, async (target) => {
      await copyRows(source, target, name);
      const [before, after] = [await sumTables(source, name), await sumTables(target, name)];
      compare(name, before, after);
      return after;
    }),
  );
  await withClient(baseUrl, async (base) => {
    await base.query("BEGIN");
    if (direction === "apart") {
      await noteMove(base, name, ownDatabase);
      await base.query(`DROP SCHEMA IF EXISTS "${keptSchema(name)}" CASCADE`);
      await base.query(`ALTER SCHEMA "${name}" RENAME TO "${keptSchema(name)}"`);
    } else await noteMove(base, name, undefined);
    await base.query("COMMIT");
  });
  return { tables: sums.length, rows: sums.reduce((sum, { rows }) => sum + rows, 0) };
}

function compare(module: string, before: readonly TableSum[], after: readonly TableSum[]): void {
  const wrong = before.filter(
    ({ table, rows, hash }) => !after.some((each) => each.table === table && each.rows === rows && each.hash === hash),
  );
  if (wrong.length > 0 || before.length !== after.length)
    throw new Error(
      `The copy of ${module} differs from its source in ${wrong.map(({ table }) => table).join(", ") || "its tables"}. Nothing was changed; is somebody still writing?`,
    );
}
