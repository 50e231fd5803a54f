import { type ChatClient, createChatClient } from "@jangteo/chat-client";
import { getContext, setContext } from "svelte";
import type { Speaker } from "./talk.ts";

/** The page's one connection to the chat: opened when it is first asked for, in a browser. */
export type GetChat = () => ChatClient;

const key = Symbol("chat");

/** Offers a connection to the components below; `stop` closes it, if it was opened. */
export function provideChat(as: Speaker): { get: GetChat; stop(): void } {
  let client: ChatClient | undefined;
  const get: GetChat = () => {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    client ??= createChatClient({ url: `${scheme}://${location.host}/chat/socket`, token: () => fetchToken(as) });
    return client;
  };
  setContext(key, get);
  return {
    get,
    stop() {
      client?.stop();
      client = undefined;
    },
  };
}

export const useChat = (): GetChat => getContext<GetChat>(key);

async function fetchToken(as: Speaker): Promise<string> {
  const response = await fetch(`/talk/token?as=${as}`, { method: "POST" });
  if (response.status === 401) location.assign(`/sign-in?as=${as}&to=${encodeURIComponent(location.pathname)}`);
  if (!response.ok) throw new Error("no token");
  return ((await response.json()) as { token: string }).token;
}
