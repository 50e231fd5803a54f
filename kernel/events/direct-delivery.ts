import type { EventService } from "@jangteo/contracts/gen/jangteo/events/v1/delivery_pb.js";
import type { Client } from "../rpc/types.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { Delivery } from "./relay.ts";

/** A module that consumes events, as a relay sees it. */
export type Subscriber = {
  readonly module: string;
  readonly types: ReadonlySet<string>;
  readonly client: Client<typeof EventService>;
};

/** Calls each consumer's event service, in this process or another one. One that is away keeps nothing from the others. */
export function directDelivery(subscribers: readonly Subscriber[], log: Logger): Delivery {
  const away = new Set<string>();
  return async (events) => {
    const left = new Set<string>();
    await Promise.all(
      subscribers.map(async ({ module, types, client }) => {
        const wanted = events.filter((event) => types.has(event.type));
        if (wanted.length === 0) return;
        try {
          await client.deliver({ consumer: module, events: wanted });
          away.delete(module);
        } catch (error) {
          if (!away.has(module)) log.warn({ err: error }, `events for ${module} wait until it takes them`);
          away.add(module);
          for (const { id } of wanted) left.add(id);
        }
      }),
    );
    return left;
  };
}
