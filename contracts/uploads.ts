/**
 * Paths whose requests hold images; every other body is small. `:name` stands for one segment. The modules and the pages
 * serve them, and whatever stands before a module (the gateway, the server of the pages) lets larger bodies pass here.
 */
export const uploadPaths = {
  chatImage: "/chat/:id/images",
  productImage: "/seller/pictures",
} as const;

/** The same of pages: an image of a chat room, and the form of a product, which holds several. */
export const pageUploadPaths = ["/talk/:room/image", "/sell/talk/:room/image", "/sell/products/:id"] as const;

/** Largest body of a page that holds images, in bytes. */
export const pageUploadMaxBytes = 13 * 1_048_576;

const patternOf = (paths: readonly string[]) =>
  new RegExp(`^(?:${paths.map((path) => path.replaceAll(/:\w+/g, "[^/?]+")).join("|")})$`);
const pagePattern = patternOf(pageUploadPaths);
const apiPattern = patternOf(Object.values(uploadPaths));

const withoutQuery = (url: string) => url.split("?", 1)[0] ?? "";

/** Whether a page at this address takes images. */
export function isPageUpload(url: string): boolean {
  return pagePattern.test(withoutQuery(url));
}

/** Whether a request to this address may hold images. */
export function isUpload(url: string): boolean {
  return apiPattern.test(withoutQuery(url)) || isPageUpload(url);
}
