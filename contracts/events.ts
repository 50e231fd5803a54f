import type { DescMessage, MessageInitShape } from "@bufbuild/protobuf";
import {
  AccountChangedSchema,
  OrderPaidSchema,
  OrderPartMovedSchema,
  PriceAgreedSchema,
  SessionEndedSchema,
} from "./gen/jangteo/events/v1/events_pb.js";

/** A kind of fact that one module publishes and others consume. */
export type EventType<Schema extends DescMessage = DescMessage> = { readonly name: string; readonly schema: Schema };
export type EventInit<Type extends EventType> = MessageInitShape<Type["schema"]>;

function eventType<Schema extends DescMessage>(schema: Schema) {
  return { name: schema.name, schema };
}

export const AccountChanged = eventType(AccountChangedSchema);
export const OrderPaid = eventType(OrderPaidSchema);
export const OrderPartMoved = eventType(OrderPartMovedSchema);
export const SessionEnded = eventType(SessionEndedSchema);
export const PriceAgreed = eventType(PriceAgreedSchema);
