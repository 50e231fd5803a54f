import type { DescMethodUnary, DescService, MessageInitShape, MessageShape } from "@bufbuild/protobuf";

/** Who acts: taken from a checked access token, never from a body. */
export type Principal = { readonly id: string; readonly role: "CUSTOMER" | "SELLER" | "ADMIN" };

/** What travels beside a call: one bag, the same for every transport. */
export type CallContext = {
  readonly traceparent?: string | undefined;
  readonly principal?: Principal | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Milliseconds since the epoch; the smaller of the caller's and the method's own. */
  readonly deadline: number;
  /** Aborted at the deadline. */
  readonly signal: AbortSignal;
};

export type CallOptions = {
  traceparent?: string | undefined;
  principal?: Principal | undefined;
  idempotencyKey?: string | undefined;
  /** Milliseconds since the epoch. */
  deadline?: number | undefined;
};

type UnaryMethods<Service extends DescService> = {
  [Name in keyof Service["method"]]: Service["method"][Name] extends DescMethodUnary ? Service["method"][Name] : never;
};

/** A typed client of a service: one function per method. */
export type Client<Service extends DescService> = {
  readonly [Name in keyof Service["method"]]: (
    request: MessageInitShape<UnaryMethods<Service>[Name]["input"]>,
    options?: CallOptions,
  ) => Promise<Readonly<MessageShape<UnaryMethods<Service>[Name]["output"]>>>;
};

/** What a module implements of its service. Errors are thrown as ServiceError. */
export type ServiceImplementation<Service extends DescService> = {
  readonly [Name in keyof Service["method"]]: (
    request: MessageShape<UnaryMethods<Service>[Name]["input"]>,
    context: CallContext,
  ) => Promise<MessageInitShape<UnaryMethods<Service>[Name]["output"]>>;
};
