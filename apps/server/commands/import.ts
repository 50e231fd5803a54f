import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { parseArgs } from "node:util";
import { errors, isErrorCode } from "@jangteo/contracts/errors.ts";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import type { ServiceClients } from "@jangteo/kernel/module/host.ts";
import { parse } from "csv-parse";
import { columns, joinsProduct, type ParsedProduct, parseRow, productOf, type Row } from "../csv/product-rows.ts";
import { withServices } from "../open-services.ts";
import { showProgress } from "../progress.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo import <products.csv> --seller <email>

Takes products in from a CSV file (UTF-8, with a header line). One row is one item (option); rows of one product
follow each other.

  column         what it holds
  product_name   1 to 200 characters; required
  description    up to 20,000 characters
  category_id    fashion, beauty, food, living, kitchen, digital, sports, kids, pets, books, or empty
  item_name      name of the option; "기본" when empty
  price          points, a whole number from 1; required
  stock          a whole number from 0; required
  images         addresses, separated by |
  purchase_limit units that one buyer may buy, up to 9999; empty or 0 for no limit

Rows that are wrong are left out and listed with their line in <products.csv>.errors.txt. An import that was stopped
goes on where it was when it is called again with the same file.

  --seller EMAIL   the seller whose products these are; required
  --restart        begin anew instead of going on
  --help           this text

Exit code 0 when every row was taken, 1 when some were left out.`;

const batchMax = 500;
const itemsMax = 100;

/** `jangteo import`: many products from a file. */
export async function importProducts(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { seller: { type: "string" }, restart: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [path] = positionals;
  if (!path || positionals.length > 1)
    throw new UsageError("Name one CSV file. `jangteo import --help` tells its columns.");
  if (!values.seller) throw new UsageError("Name the seller: jangteo import products.csv --seller shop@example.com");
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const email = values.seller;
  return withServices("import", async (services) => {
    const sellerId = await findSeller(services, email);
    return run(services, path, sellerId, values.restart === true);
  });
}

/** The id of the seller with this email. */
export async function findSeller(services: ServiceClients, email: string): Promise<string> {
  const { accounts } = await services.client(AccountService).findAccounts({ email, role: "SELLER" });
  if (!accounts[0])
    throw new UsageError(`There is no seller with the email ${email}. Sign up first: POST /accounts/seller/signup`);
  return accounts[0].id;
}

type Checkpoint = { size: number; modifiedMs: number; sellerId: string; line: number; added: number; refused: number };

async function run(services: ServiceClients, path: string, sellerId: string, restart: boolean): Promise<number> {
  const { size, mtimeMs: modifiedMs } = statSync(path);
  const checkpointPath = `${path}.import.json`;
  const errorsPath = `${path}.errors.txt`;
  const earlier = restart ? undefined : readCheckpoint(checkpointPath, { size, modifiedMs, sellerId });
  const state: Checkpoint = earlier ?? { size, modifiedMs, sellerId, line: 1, added: 0, refused: 0 };
  if (earlier) console.log(`  Going on after line ${earlier.line} (${earlier.added} products were added before).`);
  const errorsFile = createWriteStream(errorsPath, { flags: earlier ? "a" : "w" });
  const progress = showProgress("Importing", size);
  const startedAt = Date.now();
  const shown: string[] = [];
  const resumeAfter = state.line;

  const refuse = (line: number, problem: string) => {
    state.refused++;
    errorsFile.write(`line ${line}: ${problem}\n`);
    if (shown.length < 20) shown.push(`line ${line}: ${problem}`);
  };

  const orders = services.client(OrderService);
  let batch: ParsedProduct[] = [];
  let product: ParsedProduct | undefined;
  const finishProduct = () => {
    if (product) batch.push(product);
    product = undefined;
  };
  const flush = async (last: boolean) => {
    const { results } = await orders.importProducts(
      {
        sellerId,
        last,
        products: batch.map(({ lines: _, ...data }) => ({
          ...data,
          items: data.items.map((item) => ({ ...item, price: BigInt(item.price) })),
        })),
      },
      { deadline: Date.now() + 60_000 },
    );
    for (const [index, { refusal }] of results.entries()) {
      if (refusal === "") state.added++;
      else for (const line of batch[index]!.lines) refuse(line, isErrorCode(refusal) ? errors[refusal].en : refusal);
    }
    state.line = batch.at(-1)?.lines.at(-1) ?? state.line;
    batch = [];
    writeFileSync(checkpointPath, JSON.stringify(state));
  };

  const input = createReadStream(path);
  let bytes = 0;
  input.on("data", (chunk) => (bytes += chunk.length));
  const parser = input.pipe(
    parse({
      bom: true,
      columns: checkHeader,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      relax_quotes: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: Partial<Row>; info: { lines: number } }>) {
      if (info.lines <= resumeAfter) continue;
      const row = parseRow(record, info.lines);
      if ("problem" in row) {
        refuse(row.line, row.problem);
        continue;
      }
      if (product && joinsProduct(product, row) && product.items.length < itemsMax) {
        product.items.push(row.item);
        product.lines.push(row.line);
        continue;
      }
      finishProduct();
      if (batch.length >= batchMax) await flush(false);
      product = productOf(row);
      progress.update(bytes, `line ${row.line}, ${state.added} products`);
    }
    finishProduct();
    await flush(true);
  } finally {
    progress.end();
    await new Promise((resolve) => errorsFile.end(resolve));
  }
  rmSync(checkpointPath, { force: true });
  if (state.refused === 0) rmSync(errorsPath, { force: true });
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  console.log(`  ${state.added} products added in ${seconds} s; ${state.refused} rows left out.`);
  for (const line of shown) console.log(`    ${line}`);
  if (state.refused > shown.length) console.log(`    … all of them are in ${errorsPath}`);
  return state.refused === 0 ? 0 : 1;
}

function checkHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  for (const required of ["product_name", "price", "stock"])
    if (!names.includes(required))
      throw new UsageError(
        `The file's first line must name its columns (${columns.join(", ")}); ${required} is missing.`,
      );
  return names;
}

function readCheckpoint(
  path: string,
  file: { size: number; modifiedMs: number; sellerId: string },
): Checkpoint | undefined {
  try {
    const found = JSON.parse(readFileSync(path, "utf8")) as Checkpoint;
    const same = found.size === file.size && found.modifiedMs === file.modifiedMs && found.sellerId === file.sellerId;
    return same ? found : undefined;
  } catch {
    return undefined;
  }
}
