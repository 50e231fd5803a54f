/** What copies of this module tell each other. Ids and numbers only: whoever hears of something reads it. */
export type LiveMessage =
  /** Rooms have come this far. */
  | { heads: [room: string, head: number][] }
  /** These people came into a room with its event `seq`. */
  | { joined: { room: string; seq: number; people: string[] } }
  | { typing: [room: string, who: string] }
  | { reads: [room: string, who: string, seq: number][] }
  | { presence: { copy: string; who: string; online: boolean; rooms: readonly string[] } }
  | { copy: string }
  /** Sign-ins that ended; without a session all of the account's. */
  | { ended: { account: string; sessionId: string } };

/** So many fit one message. */
export const perMessage = 80;

export function chunks<Entry>(entries: readonly Entry[], size = perMessage): Entry[][] {
  const result: Entry[][] = [];
  for (let from = 0; from < entries.length; from += size) result.push(entries.slice(from, from + size));
  return result;
}
