import { randomUUID } from "node:crypto";
import { SessionEnded } from "@jangteo/contracts/events.ts";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { moduleContracts } from "@jangteo/contracts/modules.ts";
import { adminRoutes } from "@jangteo/kernel/admin/routes.ts";
import { consume } from "@jangteo/kernel/events/inbox.ts";
import { createPictureStore } from "@jangteo/kernel/images/picture-store.ts";
import { imageStorages } from "@jangteo/kernel/images/storage.ts";
import { createKeyedLimit } from "@jangteo/kernel/limits/token-bucket.ts";
import { defineModule } from "@jangteo/kernel/module/define-module.ts";
import { startJob } from "@jangteo/kernel/module/job.ts";
import { createImages } from "./images/images.ts";
import { imageRoutes } from "./images/routes.ts";
import type { StoredEvent } from "./messages/event.ts";
import { createPrepareSend } from "./messages/prepare-send.ts";
import { messageRoutes } from "./messages/routes.ts";
import { createSender } from "./messages/send.ts";
import { orderNoticeConsumers } from "./notices/order-notices.ts";
import { mailUnread } from "./notices/unread-mail.ts";
import { createLookup } from "./people/lookup.ts";
import { personConsumer } from "./people/person.ts";
import { peopleRoutes } from "./people/routes.ts";
import { createChatExport } from "./personal-data.ts";
import { createChatReconcile } from "./reconcile.ts";
import { reportRoutes } from "./reports/routes.ts";
import { chatRetention } from "./retention.ts";
import { createReadMarks } from "./rooms/read-marks.ts";
import { roomRoutes } from "./rooms/routes.ts";
import { createCopies } from "./socket/copies.ts";
import { createHub } from "./socket/hub.ts";
import { createPeople } from "./socket/people.ts";
import { createRoomsBeyond } from "./socket/rooms-beyond.ts";
import { socketRoute } from "./socket/routes.ts";
import { createSockets, type SocketParts, type Sockets } from "./socket/sockets.ts";
import { createWelcomes } from "./socket/welcomes.ts";

/** Rooms in which buyers and sellers talk. */
export const chat = defineModule({
  name: "chat",
  ...moduleContracts.chat,
  uses: [AccountService, OrderService],
  migrations: new URL("./migrations/", import.meta.url),
  create: ({ database, client, settings, log, nudgeRelay, live }) => {
    const accounts = client(AccountService);
    const orders = client(OrderService);
    const pictures = createPictureStore(imageStorages[settings.imageStorage]!(settings), settings.imageMaxPixels);
    const lookup = createLookup(database, accounts, settings);
    const images = createImages(database, pictures);
    const hub = createHub({ database, log, sweepMs: settings.chatSweepMs });
    const copy = randomUUID();
    const people = createPeople({
      hub,
      announce: (who, online, rooms) => copies.tell({ presence: { copy, who, online, rooms } }),
      announceCopy: () => copies.tell({ copy }),
    });
    let sockets: Sockets | undefined;
    const welcomes = createWelcomes(database);
    const roomsBeyond = createRoomsBeyond({ hub, welcomes, log });
    const copies = createCopies({
      live,
      log,
      welcomes,
      hub,
      people: () => people,
      roomsBeyond,
      endSession: (account, sessionId) => sockets?.end(account, sessionId),
    });
    const reads = createReadMarks(database, log, copies.readMoved);
    const committed = (events: readonly StoredEvent[]) => copies.committed(events);
    const sender = createSender({ database, settings, nudgeRelay, committed });
    const prepareSend = createPrepareSend(orders, images);
    const sendLimit = createKeyedLimit(settings.chatSendsPerSecond, settings.chatSendsBurst);

    const send: SocketParts["send"] = (room, account, clientId, body) => {
      const submit = (action: Awaited<ReturnType<typeof prepareSend>>) =>
        sender.submit({ room, sender: account, clientId, action });
      try {
        const action = prepareSend(room, account, body);
        if (action instanceof Promise) return { prepared: action, sent: action.then(submit) };
        return { prepared: undefined, sent: submit(action) };
      } catch (error) {
        return { prepared: undefined, sent: Promise.reject(error as Error) };
      }
    };

    return {
      rpc: { reconcile: createChatReconcile(database), exportAccount: createChatExport(database) },
      routes: (http) => {
        peopleRoutes(http, { database, accounts, lookup, settings });
        roomRoutes(http, { database, accounts, lookup, orders, settings, committed, readMoved: copies.readMoved });
        messageRoutes(http, { database, orders, sender, prepareSend, sendLimit, settings });
        imageRoutes(http, images, settings);
        reportRoutes(http, database, committed);
        adminRoutes(http, database, "/chat-admin", { reports: "SELECT FROM report WHERE decision IS NULL" });
        sockets = createSockets({
          settings,
          log,
          verifyToken: http.verifyToken,
          endedAccounts: http.endedAccounts,
          hub,
          people,
          roomsBeyond,
          welcomes,
          reads,
          sendLimit,
          send,
          tell: copies.tell,
        });
        socketRoute(http, sockets, !settings.production);
      },
      consumers: [
        personConsumer(accounts),
        ...orderNoticeConsumers(committed),
        consume(SessionEnded, async (events, transaction) => {
          await transaction.query(
            `INSERT INTO ended_session (key) SELECT DISTINCT unnest($1::text[])
             ON CONFLICT (key) DO UPDATE SET at = excluded.at`,
            [events.map((event) => event.sessionId || event.accountId)],
            "end-sessions",
          );
          transaction.afterCommit(() => {
            for (const { accountId, sessionId } of events) copies.sessionEnded(accountId, sessionId);
          });
        }),
      ],
      retention: chatRetention(settings, pictures),
      workers: () => [
        hub.start(),
        people.start(),
        ...(sockets ? [sockets.start()] : []),
        startJob({
          name: "unread mail",
          everyMs: Math.min(30_000, settings.chatUnreadMailSeconds * 200),
          leaseMs: settings.leaseMs,
          database,
          log,
          run: () =>
            mailUnread(database, accounts, {
              unreadSeconds: settings.chatUnreadMailSeconds,
              publicUrl: settings.publicUrl,
            }),
        }),
      ],
      sendAway: async () => sockets?.sendAway(),
      drain: async () => {
        await sender.idle();
        await reads.flush();
      },
    };
  },
});
