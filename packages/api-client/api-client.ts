import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

export type { components, paths } from "./schema.d.ts";

/** A refusal, as every endpoint tells it (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

/** The body of an endpoint's good answer: `Answer<"/customer/cart", "get">`. */
export type Answer<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: infer Responses;
}
  ? {
      [Status in keyof Responses & (200 | 201)]: Responses[Status] extends {
        content: { "application/json": infer Body };
      }
        ? Body
        : never;
    }[keyof Responses & (200 | 201)]
  : never;

export type ApiClient = Client<paths>;

export type ApiClientOptions = {
  baseUrl: string;
  /** Sent with every request: who asks, in which language. */
  headers: Record<string, string>;
  fetch?: (request: Request) => Promise<Response>;
};

/**
 * A client of the public API, typed by its OpenAPI document:
 * `await api.GET("/search/product", { params: { query: { name: "머그" } } })` answers `{ data, error, response }`.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  return createClient<paths>(options);
}
