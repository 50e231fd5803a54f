import { type ErrorCode, type ErrorDefinition, errors, httpStatus, isErrorCode } from "@jangteo/contracts/errors.ts";

export type ErrorDetails = Record<string, unknown>;

/**
 * The one error that callers may see: a code of contracts/errors.ts and plain details. Inside a process it is thrown;
 * across a wall only `{ code, details }` travels and is made anew on the other side.
 */
export class ServiceError extends Error {
  override name = "ServiceError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(errors[code].en, options);
    this.code = code;
    this.details = details;
  }
}

/** Shorthand to throw: `throw fail("NOT_FOUND_ITEM", { itemId })`. */
export function fail(code: ErrorCode, details?: ErrorDetails, cause?: unknown): ServiceError {
  return new ServiceError(code, details, { cause });
}

/** The error's text in one language, its braces filled from the details. */
export function errorText(error: ServiceError, language: "ko" | "en"): string {
  const definition: ErrorDefinition = errors[error.code];
  return definition[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const detail = error.details[name];
    return typeof detail === "string" || typeof detail === "number" ? String(detail) : whole;
  });
}

export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof ServiceError;
}

/** A definite answer of the callee (as opposed to: we do not know whether it happened). */
export function isDefinite(error: unknown): error is ServiceError {
  return isServiceError(error) && !["UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL"].includes(errors[error.code].kind);
}

/** Whether the error's HTTP status is a 4xx that the same request would meet again in the same state. */
export function isRefusal(error: unknown): error is ServiceError {
  if (!isDefinite(error)) return false;
  const status = httpStatus(error.code);
  // Whoever confirms who they are may send the same request again.
  if (error.code === "CONFIRMATION_REQUIRED") return false;
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}

/** What travels over a wall. */
export type WireError = { code: string; details: ErrorDetails };

/** An error as it leaves the callee. What is not a ServiceError becomes INTERNAL, without its message. */
export function toWireError(error: unknown): WireError {
  if (isServiceError(error)) return { code: error.code, details: asJson(error.details) };
  return { code: "INTERNAL", details: {} };
}

/** An error as it arrives at the caller. */
export function fromWireError(wire: WireError): ServiceError {
  return new ServiceError(isErrorCode(wire.code) ? wire.code : "INTERNAL", wire.details);
}

/** Details are what JSON can say, on every transport. */
function asJson(details: ErrorDetails): ErrorDetails {
  const text = JSON.stringify(details, (_name, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
  return JSON.parse(text) as ErrorDetails;
}
