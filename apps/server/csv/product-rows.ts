/** The columns of a products file. One row is one item; rows of one product follow each other. */
export const columns = [
  "product_name",
  "description",
  "category_id",
  "item_name",
  "price",
  "stock",
  "images",
  "purchase_limit",
] as const;
export type Column = (typeof columns)[number];
export type Row = Record<Column, string>;

export type ParsedItem = { name: string; price: number; stock: number };
export type ParsedRow = {
  line: number;
  productName: string;
  description: string;
  categoryId: string;
  images: string[];
  /** Units that one buyer may buy; 0 for no limit. */
  purchaseLimit: number;
  item: ParsedItem;
};

/** A product with the lines it was read from. */
export type ParsedProduct = {
  lines: number[];
  name: string;
  description: string;
  categoryId: string;
  images: string[];
  purchaseLimit: number;
  items: ParsedItem[];
};

/** Columns of numbers; all others are texts. */
const numbers: ReadonlySet<Column> = new Set(["price", "stock", "purchase_limit"]);

/** How a text begins that a spreadsheet takes for a formula, also in full width; apostrophes before it do not count. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell as it is written: an apostrophe in front keeps a spreadsheet from running a text as a formula. */
export function writeCell(column: Column, value: string): string {
  return !numbers.has(column) && formula.test(value) ? `'${value}` : value;
}

/** The value of a cell that `writeCell` wrote. */
function readCell(column: Column, cell: string): string {
  return !numbers.has(column) && cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

const priceMax = 1_000_000_000_000;
const stockMax = 1_000_000_000;
const purchaseLimitMax = 9_999;

/** Reads one row; answers what is wrong with it as a sentence. */
export function parseRow(row: Partial<Row>, line: number): ParsedRow | { line: number; problem: string } {
  const text = (column: Column) => readCell(column, (row[column] ?? "").trim());
  const wrong = (problem: string) => ({ line, problem });
  const productName = text("product_name");
  if (productName === "" || productName.length > 200) return wrong("product_name must have 1 to 200 characters");
  const itemName = text("item_name") || "기본";
  if (itemName.length > 200) return wrong("item_name must have at most 200 characters");
  const price = wholeNumber(text("price"));
  if (price === undefined || price < 1 || price > priceMax)
    return wrong(`price must be a whole number from 1 to ${priceMax}, not "${text("price")}"`);
  const stock = wholeNumber(text("stock"));
  if (stock === undefined || stock > stockMax)
    return wrong(`stock must be a whole number from 0 to ${stockMax}, not "${text("stock")}"`);
  const description = readCell("description", row.description ?? "");
  if (description.length > 20_000) return wrong("description must have at most 20,000 characters");
  const categoryId = text("category_id");
  if (!/^[a-z0-9-]{0,40}$/.test(categoryId))
    return wrong(`category_id "${categoryId}" may hold small letters, digits and - only`);
  const images = text("images")
    .split("|")
    .map((image) => image.trim())
    .filter(Boolean);
  const badImage = images.find(
    (image) => !/^\/(search\/)?pictures\/[\w-]{1,100}(\.[a-z0-9]{1,8})?(\/thumbnail)?$/.test(image),
  );
  if (badImage !== undefined)
    return wrong(`image "${badImage}" is no picture of this marketplace: /search/pictures/… or /pictures/…`);
  if (images.length > 20) return wrong("at most 20 images");
  const purchaseLimit = text("purchase_limit") === "" ? 0 : wholeNumber(text("purchase_limit"));
  if (purchaseLimit === undefined || purchaseLimit > purchaseLimitMax)
    return wrong(
      `purchase_limit must be empty or a whole number from 0 to ${purchaseLimitMax}, not "${text("purchase_limit")}"`,
    );
  if ([productName, itemName, description].some((each) => each.includes("\0") || !each.isWellFormed()))
    return wrong("broken text");
  return { line, productName, description, categoryId, images, purchaseLimit, item: { name: itemName, price, stock } };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Puts a row to the product before it, if it is one more item of it. */
export function joinsProduct(product: ParsedProduct | undefined, row: ParsedRow): boolean {
  return product !== undefined && product.name === row.productName;
}

export function productOf(row: ParsedRow): ParsedProduct {
  const { line, productName: name, description, categoryId, images, purchaseLimit, item } = row;
  return { lines: [line], name, description, categoryId, images, purchaseLimit, items: [item] };
}
