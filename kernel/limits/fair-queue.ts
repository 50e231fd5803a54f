import { fail } from "../rpc/service-error.ts";

export type FairQueueOptions = {
  /** Works that run at once. */
  atOnce: number;
  /** Works that wait, of all keys together. */
  waitingMax: number;
};

export type FairQueue = {
  /**
   * Runs the work when it is its turn. Keys (addresses, accounts) take turns, whatever each of them has waiting. When the
   * queue is full, a key that has the most waiting gives up its last place to one that has less; whoever loses a place, or
   * finds none, gets OVERLOADED.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
};

type Waiting = { start(): void; refuse(): void };

/** A queue for costly work in which nobody who asks for much keeps others from the little that they need. */
export function createFairQueue({ atOnce, waitingMax }: FairQueueOptions): FairQueue {
  /** Those who wait, by key; the first key is the next whose turn it is. */
  const queues = new Map<string, Waiting[]>();
  let running = 0;
  let waitingCount = 0;

  function startNext(): void {
    const [next] = queues;
    if (!next) return;
    const [key, waiting] = next;
    queues.delete(key);
    const first = waiting.shift()!;
    if (waiting.length > 0) queues.set(key, waiting);
    waitingCount--;
    running++;
    first.start();
  }

  /** Takes the last place of the key that has most; false where none has more than `count`. */
  function makeRoom(count: number): boolean {
    let most: [string, Waiting[]] | undefined;
    for (const entry of queues) if (entry[1].length > (most?.[1].length ?? count)) most = entry;
    if (!most) return false;
    const [key, waiting] = most;
    waiting.pop()!.refuse();
    if (waiting.length === 0) queues.delete(key);
    waitingCount--;
    return true;
  }

  return {
    async run(key, work) {
      if (running < atOnce) running++;
      else {
        const own = queues.get(key)?.length ?? 0;
        if (waitingCount >= waitingMax && !makeRoom(own + 1)) throw fail("OVERLOADED");
        waitingCount++;
        await new Promise<void>((resolve, reject) => {
          const place = { start: resolve, refuse: () => reject(fail("OVERLOADED")) };
          const waiting = queues.get(key);
          if (waiting) waiting.push(place);
          else queues.set(key, [place]);
        });
      }
      try {
        return await work();
      } finally {
        running--;
        startNext();
      }
    },
  };
}
