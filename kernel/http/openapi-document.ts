import type { FastifyContextConfig, FastifySchema, RouteOptions } from "fastify";
import type { TSchema } from "typebox";
import { Problem, problemType } from "./problem.ts";

type Content = Record<string, { schema: TSchema }>;
type Operation = {
  operationId?: string;
  tags?: string[];
  parameters?: { required: boolean; schema?: { default?: unknown } }[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { content?: Content }>;
};
type Document = {
  paths?: object;
  components?: { schemas?: object };
  tags?: { name: string }[];
};

/**
 * The schema of a route for its OpenAPI operation: with the roles that may call it, and with a binary body where the route
 * takes bytes, which no schema checks.
 */
export function documentedSchema({ schema, route }: { schema: FastifySchema; route: RouteOptions }): FastifySchema {
  const { roles = [] } = (route.config ?? {}) as FastifyContextConfig;
  const { consumes, body } = schema;
  return {
    ...schema,
    // One of these roles is enough; none means that everyone may call it.
    security: roles.map((role) => ({ token: [role] })),
    ...(consumes && !body && { body: { type: "string", format: "binary" } }),
  };
}

/**
 * Completes a generated OpenAPI document in place: names each operation and tag, refers to one schema of all problem
 * documents, and marks as optional what may be left out: parameters with a default, and bodies that may be `{}`, which
 * the server takes for none.
 */
export function completeDocument<Generated extends Document>(document: Generated): Generated {
  const tags = new Set<string>();
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>;
  for (const [path, operations] of Object.entries(paths))
    for (const [method, operation] of Object.entries(operations)) {
      operation.operationId = operationIdOf(method, path);
      for (const tag of operation.tags ?? []) tags.add(tag);
      const { parameters = [], requestBody, responses } = operation;
      const body = requestBody?.content["application/json"]?.schema;
      for (const parameter of parameters) if (parameter.schema?.default !== undefined) parameter.required = false;
      if (requestBody && body) requestBody.required = !takesNothing(body);
      for (const { content } of Object.values(responses)) {
        const problem = content?.[problemType];
        if (problem) problem.schema = referToProblem(problem.schema as typeof Problem);
      }
    }
  document.tags = [...tags].sort().map((name) => ({ name }));
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem } };
  return document;
}

/** `POST /chat/{id}/leave` is `postChatIdLeave`. */
function operationIdOf(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
}

/** What all problem documents have, and the codes of this one. */
function referToProblem({ properties: { code } }: typeof Problem): TSchema {
  return { allOf: [{ $ref: "#/components/schemas/Problem" }, { type: "object", properties: { code } }] };
}

/** Whether a body of no properties fits. */
function takesNothing({ required, minProperties, anyOf }: TSchema & BodyRules): boolean {
  if (anyOf) return anyOf.some(takesNothing);
  return (required ?? []).length === 0 && (minProperties ?? 0) === 0;
}

type BodyRules = { required?: string[]; minProperties?: number; anyOf?: TSchema[] };
