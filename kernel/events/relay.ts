import type { Database } from "../database/database.ts";
import { createHeldLease } from "../database/lease.ts";
import { crashPoint } from "../module/crash-point.ts";
import { createPause } from "../module/pause.ts";
import type { Logger } from "../telemetry/logger.ts";
import { eventsDelivered } from "../telemetry/metrics.ts";
import type { DeliveredEvent, Delivery, Destination } from "./delivery.ts";
import {
  deleteWaiting,
  readOutbox,
  readWaiting,
  returnToOutbox,
  takeFromOutbox,
  type Undelivered,
  waitingDestinations,
} from "./outbox-rows.ts";
import { firstId, positionAfter } from "./read-position.ts";

export type RelayOptions = {
  database: Database;
  delivery: Delivery;
  batchMax: number;
  pollMs: number;
  /** After this long without a sign of life, another copy's relay takes over. */
  leaseMs: number;
  log: Logger;
};

export type Relay = {
  /** Something was committed to the outbox: look at once. */
  nudge(): void;
  stop(): Promise<void>;
};

/** What a relay knows of a destination. Times are of the monotonic clock. */
type State = {
  failures: number;
  /** Not called before; 0 when the last delivery succeeded. */
  retryAt: number;
  /** Whether events wait for it: later ones go behind them, so that the order of each key is kept. */
  behind: boolean;
  /** Times that events were put behind. */
  postponements: number;
  catchingUp: Promise<void> | undefined;
};

const retryFirstMs = 100;
const retryMaxMs = 5_000;
/** Reads of the outbox from its start take at most this part of the time. */
const wholeReadShare = 1 / 20;

/**
 * Delivers a module's outbox, oldest first, and deletes what all destinations have received. A lease makes one relay per
 * module active.
 *
 * A destination that cannot be reached costs the others nothing. Its events, and all later ones for it, move to a queue
 * of its own (`outbox_waiting`), which is delivered in order beside the outbox, with exponential back-off of the
 * destination rather than of each event. So a poll reads the first rows of the outbox and of each queue that is due, whatever
 * their length. When no destination can be reached, nothing is moved, and the relay gives its lease back: another
 * instance's relay may reach them.
 */
export function startRelay(options: RelayOptions): Relay {
  const { database, delivery, batchMax, pollMs, leaseMs, log } = options;
  const { module } = database;
  const lease = createHeldLease(database, "relay", leaseMs);
  const delivered = eventsDelivered.labels(module);
  const states = new Map<string, State>();
  const pause = createPause();
  let destinations: readonly Destination[] = [];
  /** Destinations that are no more, with events that wait for them. */
  let gone: string[] = [];
  let stopped = false;
  let nudged = false;
  let troubled = false;
  let position = firstId;
  let wholeReadAt = Number.NEGATIVE_INFINITY;
  let reachedAt = Number.NEGATIVE_INFINITY;
  let reachedNobody = false;

  async function loop(): Promise<void> {
    while (!stopped) {
      let more = false;
      try {
        if (!isResting()) more = await work();
        troubled = false;
      } catch (error) {
        if (!troubled) log.warn({ err: error }, `the event relay of ${module} will try again`);
        troubled = true;
      }
      if (troubled || reachedNobody) {
        await lease.release().catch(() => undefined);
        reachedNobody = false;
        // Twice the time after which every other relay has tried to take the lease.
        if (!stopped) await pause.wait(pollMs * 2);
      } else if (!stopped && !more && !nudged) await pause.wait(pollMs);
      nudged = false;
    }
    for (const { catchingUp } of states.values()) await catchingUp;
    await lease.release().catch(() => undefined);
  }

  /** Whether no destination is to be called yet. */
  function isResting(): boolean {
    return destinations.length > 0 && destinations.every(({ name }) => performance.now() < stateOf(name).retryAt);
  }

  /** One round under the lease. Resolves whether more is to be done at once. */
  async function work(): Promise<boolean> {
    const held = await lease.hold();
    if (held === "refused") return false;
    destinations = await delivery.destinations();
    if (held === "renewed") await findWaiting();
    const more = gone.length > 0 ? await takeBack(gone[0]!) : await deliverBatch();
    // Another relay may be active by now.
    if (!lease.isHeld()) await lease.release();
    return more;
  }

  async function findWaiting(): Promise<void> {
    const known = new Set(destinations.map(({ name }) => name));
    const waiting = await waitingDestinations(database);
    gone = waiting.filter((name) => !known.has(name));
    for (const name of waiting) if (known.has(name)) stateOf(name).behind = true;
  }

  async function takeBack(name: string): Promise<boolean> {
    if ((await returnToOutbox(database, name, batchMax)) < batchMax) gone = gone.slice(1);
    position = firstId;
    return true;
  }

  async function deliverBatch(): Promise<boolean> {
    for (const destination of destinations) catchUpWhenDue(destination);
    if (destinations.length > 0 && destinations.every(isBlocked)) return false;
    const events = await readNext();
    if (events.length === 0) return false;
    crashPoint("relay.before-deliver");
    const undelivered: Undelivered[] = [];
    await Promise.all(
      destinations.map(async (destination) => {
        const wanted = events.filter((event) => destination.wants(event));
        if (wanted.length === 0 || (!isBlocked(destination) && (await isDelivered(destination, wanted)))) return;
        for (const { id } of wanted) undelivered.push({ destination: destination.name, id });
      }),
    );
    crashPoint("relay.after-deliver");
    const left = new Set(undelivered.map(({ id }) => id));
    const done = events.flatMap(({ id }) => (left.has(id) ? [] : [id]));
    // With every destination blocked, to move the events would only write them twice.
    const postponed = left.size === 0 || destinations.every(isBlocked) ? [] : undelivered;
    const taken = postponed.length > 0 ? events.map(({ id }) => id) : done;
    if (taken.length > 0) {
      await takeFromOutbox(database, taken, postponed);
      if (taken.length === events.length) position = positionAfter(events.at(-1)!.id);
      crashPoint("relay.after-delete");
      delivered.inc(done.length);
      for (const name of new Set(postponed.map(({ destination }) => destination))) {
        const state = stateOf(name);
        state.behind = true;
        state.postponements++;
      }
    }
    return taken.length > 0 && (events.length === batchMax || postponed.length > 0);
  }

  /** From the start, where an event that committed late stands, at least once per poll where that is quick. */
  async function readNext(): Promise<DeliveredEvent[]> {
    const startedAt = performance.now();
    if (startedAt < wholeReadAt) return readOutbox(database, position, batchMax);
    const events = await readOutbox(database, firstId, batchMax);
    const now = performance.now();
    wholeReadAt = now + Math.max(pollMs, (now - startedAt) / wholeReadShare);
    return events;
  }

  /** Events for it are not delivered but put behind those that wait already. */
  function isBlocked({ name }: Destination): boolean {
    const { behind, retryAt } = stateOf(name);
    return behind || performance.now() < retryAt;
  }

  async function isDelivered({ name, deliver }: Destination, events: readonly DeliveredEvent[]): Promise<boolean> {
    const state = stateOf(name);
    try {
      await deliver(events);
    } catch (error) {
      if (state.failures === 0)
        log.warn({ err: error }, `events of ${module} for ${name} wait until it can receive them`);
      const now = performance.now();
      state.retryAt = now + Math.min(retryMaxMs, retryFirstMs * 2 ** Math.min(state.failures, 10));
      state.failures++;
      reachedNobody ||= now - reachedAt > leaseMs;
      return false;
    }
    state.failures = 0;
    state.retryAt = 0;
    reachedAt = performance.now();
    return true;
  }

  /** Beside the loop, since a call to an unavailable destination may take as long as the call's deadline. */
  function catchUpWhenDue(destination: Destination): void {
    const state = stateOf(destination.name);
    if (!state.behind || state.catchingUp || performance.now() < state.retryAt) return;
    state.catchingUp = catchUp(destination, state)
      .catch((error: unknown) => {
        log.warn({ err: error }, `waiting events of ${module} for ${destination.name} will be read again`);
        state.retryAt = performance.now() + pollMs;
      })
      .finally(() => {
        state.catchingUp = undefined;
      });
  }

  /** Delivers what waits for a destination, until nothing waits, the destination fails or the lease is lost. */
  async function catchUp(destination: Destination, state: State): Promise<void> {
    let from = firstId;
    while (!stopped && lease.isHeld()) {
      const { postponements } = state;
      const events = await readWaiting(database, destination.name, from, batchMax);
      if (events.length === 0) {
        // Some may stand before the position, or were put there while the query ran.
        if (from !== firstId || state.postponements !== postponements) {
          from = firstId;
          continue;
        }
        state.behind = false;
        nudged = true;
        pause.end();
        return;
      }
      if (!(await isDelivered(destination, events))) return;
      await deleteWaiting(
        database,
        destination.name,
        events.map(({ id }) => id),
      );
      from = positionAfter(events.at(-1)!.id);
      delivered.inc(events.length);
    }
  }

  function stateOf(name: string): State {
    let state = states.get(name);
    if (!state) {
      state = { failures: 0, retryAt: 0, behind: false, postponements: 0, catchingUp: undefined };
      states.set(name, state);
    }
    return state;
  }

  const running = loop();
  return {
    nudge() {
      nudged = true;
      // Who is unavailable is not called again for each event, only after a pause.
      if (!troubled && !isResting()) pause.end();
    },
    async stop() {
      stopped = true;
      pause.end();
      await running;
    },
  };
}
