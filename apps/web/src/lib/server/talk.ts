import { error, json, redirect } from "@sveltejs/kit";
import { type Speaker, talkPath } from "#lib/talk/talk.ts";
import { formAction, submit } from "./form.ts";
import { readForm } from "./read-form.ts";
import { answerOf, needed, newKey, roleOf, type Visit } from "./visit.ts";

type Event = { url: URL; locals: { visit: Visit } };
type RoomEvent = Event & { params: { room: string }; request: Request };

/** The rooms of whoever talks. */
export async function loadTalks(event: Event, as: Speaker) {
  const { visit } = event.locals;
  const role = roleOf(as);
  const { accountId } = await visit.requireSession(role);
  const query = { limit: 50 };
  const asked = visit.api(role).POST("/chat-info/roomList", { params: { query }, body: {} });
  const { items } = await needed(event, role, asked);
  return { as, me: accountId, rooms: items };
}

/** The rooms again, for a page that is open. */
export const listRooms = async (event: Event, as: Speaker): Promise<Response> => json(await loadTalks(event, as));

/** A room with its newest messages. */
export async function loadRoom(event: Event & { params: { room: string } }, as: Speaker) {
  const { visit } = event.locals;
  const role = roleOf(as);
  const { accountId } = await visit.requireSession(role);
  const path = { id: event.params.room };
  const asked = visit.api(role).GET("/chat/{id}", { params: { path, query: { limit: 50 } } });
  const entered = await needed(event, role, asked);
  const seller = entered.room.product?.sellerId;
  const items =
    as === "customer" && entered.room.product && seller
      ? await visit
          .api()
          .GET("/search/product/detail", { params: { query: { productId: entered.room.product.id } } })
          .then(({ data }) => data?.items ?? [])
      : [];
  const replies =
    as === "seller" ? await needed(event, role, visit.api(role).GET("/chat-info/quickReplies")) : { items: [] };
  const others = entered.room.participants.map(({ id }) => id).filter((id) => id !== accountId);
  const blocks = others.length === 1 ? await needed(event, role, visit.api(role).GET("/chat/blocks")) : { items: [] };
  const isBlocked = blocks.items.some(({ id }) => id === others[0]);
  return { entered, items, replies: replies.items, key: newKey(), isBlocked };
}

/** Sends without a socket, for those whose browser runs no scripts. */
async function sendMessage(event: RoomEvent, as: Speaker) {
  const { visit } = event.locals;
  const role = roleOf(as);
  await visit.requireSession(role);
  return submit(await readForm(event.request), async (text) => {
    const params = { path: { id: event.params.room } };
    const body = { clientId: text("key"), body: text("text") };
    await answerOf(visit.api(role).POST("/chat/{id}/messages", { params, body }));
  });
}

/** What people do in a room, besides sending over the socket. */
export const roomActions = (as: Speaker) => ({
  send: (event: RoomEvent) => sendMessage(event, as),
  /** Complains about a message. */
  report: formAction(roleOf(as), async ({ text, api, event }) => {
    const params = { path: { id: event.params.room! } };
    const seq = Number(text("seq"));
    await answerOf(api.POST("/chat/{id}/report", { params, body: { seq, reason: text("reason") } }));
    return { reported: seq };
  }),
  /** Hears no more of somebody, or does again. */
  block: formAction(roleOf(as), async ({ text, api }) => {
    const body = { accountId: text("accountId") };
    const path = text("block") === "yes" ? "/chat/block" : "/chat/unblock";
    await answerOf(api.POST(path, { body }));
    return { reported: undefined };
  }),
});

/** Older messages than `before`. */
export async function olderMessages(event: Event & { params: { room: string } }, as: Speaker): Promise<Response> {
  const before = Number(event.url.searchParams.get("before") ?? 0);
  const params = { path: { id: event.params.room }, query: { before, limit: 50 } };
  const role = roleOf(as);
  const { messages, more } = await needed(event, role, event.locals.visit.api(role).GET("/chat/{id}", { params }));
  return json({ messages, more });
}

const imageMaxBytes = 12_582_912;

/** Takes a picture's bytes on to the API. */
export async function uploadImage(
  event: Event & { params: { room: string }; request: Request },
  as: Speaker,
): Promise<Response> {
  if (Number(event.request.headers.get("content-length") ?? 0) > imageMaxBytes) error(413, { message: "too large" });
  // Nobody's bytes are taken in before it is known whose they are.
  if (!(await event.locals.visit.session(roleOf(as)))) error(401, { message: "sign in" });
  const body = await event.request.arrayBuffer();
  return event.locals.visit.ask(
    new Request(`http://api/chat/${encodeURIComponent(event.params.room)}/images`, {
      method: "POST",
      headers: { "content-type": event.request.headers.get("content-type") ?? "application/octet-stream" },
      body,
    }),
    roleOf(as),
  );
}

/** Opens the room of a product and its seller, and goes there. */
export async function openProductRoom(event: Event, productId: string): Promise<never> {
  const { visit } = event.locals;
  await visit.requireSession("CUSTOMER");
  const room = await needed(event, "CUSTOMER", visit.api("CUSTOMER").POST("/chat/invite", { body: { productId } }));
  redirect(303, `${talkPath("customer")}/${room.id}`);
}
