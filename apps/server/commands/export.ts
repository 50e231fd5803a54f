import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { stringify } from "csv-stringify/sync";
import { columns, type Row, writeCell } from "../csv/product-rows.ts";
import { withServices } from "../open-services.ts";
import { UsageError } from "../usage-error.ts";
import { findSeller } from "./import.ts";

const help = `Usage: jangteo export [<products.csv>] [--seller <email>]

Writes products as CSV, in the columns that \`jangteo import\` reads: of one seller, or of all. Without a file name it
writes to standard output. An apostrophe in front of a text keeps spreadsheets from running it as a formula; \`jangteo
import\` removes it again.

  --seller EMAIL   only this seller's products
  --help           this text`;

const pageSize = 500;

const rowOf = (row: Row): string[] => columns.map((column) => writeCell(column, row[column]));

/** `jangteo export`: all products on sale as a file. */
export async function exportProducts(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { seller: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length > 1)
    throw new UsageError("Name one file to write, or none. `jangteo export --help` tells more.");
  const [path] = positionals;
  const out = path ? createWriteStream(path) : process.stdout;
  const count = await withServices("export", async (services) => {
    const sellerId = values.seller ? await findSeller(services, values.seller) : "";
    const orders = services.client(OrderService);
    const write = async (rows: unknown[][]) => {
      if (!out.write(stringify(rows))) await once(out, "drain");
    };
    await write([[...columns]]);
    let after = "";
    let written = 0;
    for (;;) {
      const { products } = await orders.exportProducts(
        { sellerId, after, limit: pageSize },
        { deadline: Date.now() + 60_000 },
      );
      await write(
        products.flatMap(({ product }) =>
          product!.items.map((item) =>
            rowOf({
              product_name: product!.name,
              description: product!.description,
              category_id: product!.categoryId,
              item_name: item.name,
              price: item.price.toString(),
              stock: String(item.stock),
              images: product!.images.join("|"),
              purchase_limit: String(product!.purchaseLimit || ""),
            }),
          ),
        ),
      );
      written += products.length;
      after = products.at(-1)?.id ?? after;
      if (products.length < pageSize) return written;
    }
  });
  if (path) {
    await new Promise((resolve) => (out as ReturnType<typeof createWriteStream>).end(resolve));
    console.log(`  ${count} products written to ${path}.`);
  }
  return 0;
}
