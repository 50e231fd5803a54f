import type { DescService } from "@bufbuild/protobuf";
import { AccountChanged, type EventType, OrderPaid, OrderPartMoved, PriceAgreed, SessionEnded } from "./events.ts";
import { AccountService } from "./gen/jangteo/account/v1/account_pb.js";
import { ChatService } from "./gen/jangteo/chat/v1/chat_pb.js";
import { OrderService } from "./gen/jangteo/order/v1/order_pb.js";

/** What others may know of a module: the service that it answers, the events that it tells and those that it wants. */
export type ModuleContract = {
  readonly service: DescService;
  readonly publishes: readonly EventType[];
  readonly consumes: readonly EventType[];
};

export const moduleContracts = {
  account: { service: AccountService, publishes: [AccountChanged, SessionEnded], consumes: [] },
  order: { service: OrderService, publishes: [OrderPaid, OrderPartMoved], consumes: [AccountChanged, PriceAgreed] },
  chat: {
    service: ChatService,
    publishes: [PriceAgreed],
    consumes: [AccountChanged, OrderPaid, OrderPartMoved, SessionEnded],
  },
} as const satisfies Record<string, ModuleContract>;

export type ModuleName = keyof typeof moduleContracts;
export const moduleNames = Object.keys(moduleContracts) as ModuleName[];
