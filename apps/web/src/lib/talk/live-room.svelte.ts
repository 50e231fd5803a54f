import { type ChatClient, ChatRefusal, type SendBody } from "@jangteo/chat-client";
import type { GetChat } from "./chat.ts";
import { foldEvents, type Room, type RoomEvent, type Speaker, talkPath } from "./talk.ts";

/** A message that is not stored yet, or never will be. */
export type Waiting = { clientId: string; body: SendBody; problem?: string };

const typingShownMs = 4_000;
const typingToldMs = 3_000;

/**
 * A room that lives: events come over the socket, messages go when they can. What waits to be sent survives a reload, and
 * goes under its old clientId, so it is stored once.
 */
export function createLiveRoom(room: Room, messages: readonly RoomEvent[], as: Speaker, getChat: GetChat) {
  let events = $state.raw<RoomEvent[]>([...messages]);
  let waiting = $state.raw<Waiting[]>([]);
  let state = $state<ChatClient["state"]>("connecting");
  let typing = $state<string>();
  let readBy = $state.raw(new Map(room.participants.map(({ id, readSeq }) => [id, readSeq])));
  let client: ChatClient | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let typingTold = 0;
  const shown = $derived(foldEvents(events));
  const storageKey = `jangteo.unsent.${as}.${room.id}`;

  function keep(next: Waiting[]): void {
    waiting = next;
    const unsent = next.filter(({ problem }) => problem === undefined);
    if (unsent.length > 0) localStorage.setItem(storageKey, JSON.stringify(unsent));
    else localStorage.removeItem(storageKey);
  }

  function send(body: SendBody, clientId: string = crypto.randomUUID()): void {
    keep([...waiting.filter((each) => each.clientId !== clientId), { clientId, body }]);
    client!.send(room.id, body, clientId).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof ChatRefusal) || error.code === "CLOSED") return;
        keep(waiting.map((each) => (each.clientId === clientId ? { ...each, problem: error.message } : each)));
      },
    );
  }

  function start(): () => void {
    const last = messages.at(-1)?.seq ?? 0;
    const chat = getChat();
    client = chat;
    state = chat.state;
    const leave = [
      chat.on("state", (next) => (state = next)),
      chat.on("event", (event) => {
        if (event.room !== room.id) return;
        events = [...events, event];
        if (event.clientId) keep(waiting.filter(({ clientId }) => clientId !== event.clientId));
        if (event.sender === typing) typing = undefined;
      }),
      chat.on("reset", (reset) => {
        if (reset.room === room.id) events = reset.events;
      }),
      chat.on("read", ({ room: where, who, seq }) => {
        if (where === room.id) readBy = new Map(readBy).set(who, Math.max(seq, readBy.get(who) ?? 0));
      }),
      chat.on("typing", ({ room: where, who }) => {
        if (where !== room.id) return;
        typing = who;
        clearTimeout(typingTimer);
        typingTimer = setTimeout(() => (typing = undefined), typingShownMs);
      }),
    ];
    chat.open(room.id, last);
    for (const { clientId, body } of readUnsent(storageKey)) send(body, clientId);
    return () => {
      clearTimeout(typingTimer);
      for (const each of leave) each();
      chat.close(room.id);
    };
  }

  return {
    get shown() {
      return shown;
    },
    get waiting() {
      return waiting;
    },
    get state() {
      return state;
    },
    /** Who is typing, if anybody. */
    get typing() {
      return typing;
    },
    get readBy() {
      return readBy;
    },
    start,
    send,
    giveUp: (clientId: string) => keep(waiting.filter((each) => each.clientId !== clientId)),
    /** Older messages, put before what is there. */
    prepend(older: readonly RoomEvent[]) {
      events = [...older, ...events];
    },
    tellTyping() {
      if (Date.now() - typingTold < typingToldMs) return;
      typingTold = Date.now();
      client?.typing(room.id);
    },
    tellRead(seq: number) {
      client?.read(room.id, seq);
    },
    /** Uploads a picture and sends it; answers what went wrong, if anything did. */
    async sendImage(file: File): Promise<string | undefined> {
      const path = `${talkPath(as)}/${room.id}/image`;
      const headers = { "content-type": file.type || "application/octet-stream" };
      const response = await fetch(path, { method: "POST", headers, body: file }).catch(() => undefined);
      const answer = (await response?.json().catch(() => undefined)) as { id?: string; detail?: string } | undefined;
      if (!response?.ok || !answer?.id) return answer?.detail ?? "";
      send({ image: answer.id });
      return undefined;
    },
  };
}

function readUnsent(key: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]") as Waiting[];
  } catch {
    return [];
  }
}
