import type { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { Client } from "../rpc/types.ts";
import type { Delivery, Destination } from "./delivery.ts";

/** A module that consumes events, as a relay sees it. */
export type Subscriber = {
  readonly module: string;
  readonly types: ReadonlySet<string>;
  readonly client: Client<typeof EventService>;
};

/** Calls each consumer's event service, in this process or another one. */
export function directDelivery(subscribers: readonly Subscriber[]): Delivery {
  const destinations = subscribers.map(
    ({ module, types, client }): Destination => ({
      name: module,
      wants: ({ type }) => types.has(type),
      deliver: (events) => client.deliver({ consumer: module, events: [...events] }).then(() => undefined),
    }),
  );
  return { destinations: async () => destinations, stop: async () => undefined };
}
