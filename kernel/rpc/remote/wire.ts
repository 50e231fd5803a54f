import { type DescMessage, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { Metadata, status } from "@grpc/grpc-js";
import { type ErrorKind, errors } from "@jangteo/contracts/errors.ts";
import { fail, fromWireError, type ServiceError, toWireError, type WireError } from "../service-error.ts";

/** How calls look on the wire: what both ends must agree on. */

export const headers = {
  authorization: "authorization",
  traceparent: "traceparent",
  idempotencyKey: "idempotency-key",
  /** Our error as JSON, in the trailers. */
  error: "jangteo-error-bin",
} as const;

/** Larger messages are refused by both ends. */
export const messageMaxBytes = 16 * 1_048_576;

export function serializer(schema: DescMessage): (message: Message) => Buffer {
  return (message) => {
    const bytes = toBinary(schema, message);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}

export function deserializer(schema: DescMessage): (bytes: Buffer) => Message {
  return (bytes) => fromBinary(schema, bytes);
}

/** A ServiceError, or anything else as INTERNAL, as gRPC's status with our code and details in the trailers. */
export function toStatus(error: unknown): { code: status; details: string; metadata: Metadata } {
  const wire = toWireError(error);
  const { code } = fromWireError(wire);
  const metadata = new Metadata();
  metadata.set(headers.error, Buffer.from(JSON.stringify(wire)));
  return { code: status[errors[code].kind satisfies ErrorKind], details: code, metadata };
}

/** What a failed call means for its caller. A status that is not ours comes from the transport. */
export function fromStatus(error: { code?: status; metadata?: Metadata; details?: string }): ServiceError {
  const [bytes] = error.metadata?.get(headers.error) ?? [];
  if (bytes instanceof Buffer) {
    try {
      return fromWireError(JSON.parse(bytes.toString()) as WireError);
    } catch {
      return fail("INTERNAL");
    }
  }
  switch (error.code) {
    case status.DEADLINE_EXCEEDED:
      return fail("DEADLINE_EXCEEDED", {}, error);
    case status.UNAUTHENTICATED:
      return fail("UNAUTHENTICATED", {}, error);
    default:
      // The callee's own errors carry ours. This is a connection that broke, a callee that was ended in the middle, or an
      // older one that does not know the method yet: nobody knows whether it happened.
      return fail("UNAVAILABLE", {}, error);
  }
}
