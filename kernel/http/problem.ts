import { STATUS_CODES } from "node:http";
import { type ErrorCode, httpStatus } from "@jangteo/contracts/errors.ts";
import { Type } from "typebox";
import { errorText, type ServiceError } from "../rpc/service-error.ts";

export type Language = "ko" | "en";

export const problemType = "application/problem+json";

/** RFC 9457. `code` is stable; `errors` names each wrong field; other details (a new total, say) stand beside them. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: "Stable, UPPER_SNAKE" }),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  { title: "Problem", additionalProperties: true },
);

/** The problem documents of one response, which has one of these codes. */
export function problemWith(codes: readonly ErrorCode[]) {
  return { ...Problem, properties: { ...Problem.properties, code: Type.String({ enum: codes }) } };
}

export type ProblemDocument = Type.Static<typeof Problem>;

/** The problem document of an error, in the reader's language. */
export function problemOf(error: ServiceError, language: Language): ProblemDocument {
  const status = httpStatus(error.code);
  const { retryAfterSeconds: _, ...details } = error.details;
  return {
    ...details,
    type: `urn:jangteo:error:${error.code}`,
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: errorText(error, language),
    code: error.code,
  };
}

/** Seconds for Retry-After, for the statuses that carry it. */
export function retryAfterSeconds(error: ServiceError): number | undefined {
  const given = error.details.retryAfterSeconds;
  if (typeof given === "number") return given;
  const status = httpStatus(error.code);
  const inFlight = error.code === "IDEMPOTENCY_KEY_IN_FLIGHT" || error.code === "CHECKOUT_IN_FLIGHT";
  return status === 503 || status === 429 || inFlight ? 1 : undefined;
}

/** English where Accept-Language prefers it to Korean, else Korean. */
export function languageOf(header: string | undefined): Language {
  if (!header) return "ko";
  let best: { language: Language; quality: number } = { language: "ko", quality: 0 };
  for (const part of header.split(",", 20)) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = Number(
      parameters
        .find((each) => each.trim().startsWith("q="))
        ?.trim()
        .slice(2) ?? 1,
    );
    const language = tag.startsWith("en") ? "en" : tag.startsWith("ko") ? "ko" : undefined;
    if (language && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
