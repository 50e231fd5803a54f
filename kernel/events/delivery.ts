/** An event as it is delivered; the payload is ProtoJSON. */
export type DeliveredEvent = {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly payloadJson: string;
};

/** A receiver of a module's events that may be unavailable by itself: a consumer, or a partition of the module's topic. */
export type Destination = {
  /** Unique within the module, and the same after a restart: `order`, `partition 3`. */
  readonly name: string;
  wants(event: DeliveredEvent): boolean;
  /** Resolves when all of them are received, rejects otherwise; then all of them come again. */
  deliver(events: readonly DeliveredEvent[]): Promise<void>;
};

/** How a module's events leave. */
export type Delivery = {
  /** Rejects when they cannot be known, since no broker can be reached. */
  destinations(): Promise<readonly Destination[]>;
  stop(): Promise<void>;
};
