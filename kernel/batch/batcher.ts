import { fail, isServiceError } from "../rpc/service-error.ts";
import { batchSize } from "../telemetry/metrics.ts";

/** What one command of a batch came to: its answer or its own error. */
export type Outcome<Answer> = { ok: true; answer: Answer } | { ok: false; error: Error };

export type BatcherOptions<Command, Answer> = {
  name: string;
  /** Commands in one batch. */
  max: number;
  /** Commands that may wait; one more is refused with OVERLOADED. */
  queueMax: number;
  /** Handles a batch in one transaction; answers in the order of the commands. */
  run: (commands: readonly Command[]) => Promise<readonly Outcome<Answer>[]>;
  /**
   * Whether a batch that failed with this error is retried one by one, each command at most three times: a constraint
   * fired, say, by a bad command, or because another instance did the same at that moment. By default as
   * `isWorthRetryingAlone`. An error that is not, met by a command alone, also ends the rest of its batch.
   */
  retryAlone?: (error: unknown) => boolean;
  /** After this long no more commands of a failed batch are retried; the rest fails with the batch's error. 5,000 ms. */
  retryAloneMaxMs?: number;
  /** The time in ms that this is measured with. */
  clock?: () => number;
};

export type Batcher<Command, Answer> = {
  submit(command: Command): Promise<Answer>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
};

type Waiting<Command, Answer> = {
  command: Command;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

type Failure = { error: unknown };

const attemptsMax = 3;

const sharedCodes: ReadonlySet<string> = new Set(["UNAVAILABLE", "DEADLINE_EXCEEDED", "OVERLOADED"]);

/**
 * Whether a batch that failed with this error is worth retrying one by one. Every error is, since one command may be its
 * reason, but those whose outcome may be unknown or whose reason all commands share: UNAVAILABLE, DEADLINE_EXCEEDED,
 * OVERLOADED.
 */
export function isWorthRetryingAlone(error: unknown): boolean {
  return !(isServiceError(error) && sharedCodes.has(error.code));
}

/**
 * Many concurrent commands, one transaction: commands that arrive while a batch is under way form the next one. There
 * is no timer; a command that arrives alone runs alone at once. One bad command fails alone.
 */
export function createBatcher<Command, Answer>(options: BatcherOptions<Command, Answer>): Batcher<Command, Answer> {
  const { retryAlone = isWorthRetryingAlone, retryAloneMaxMs = 5_000, clock = () => performance.now() } = options;
  let queue: Waiting<Command, Answer>[] = [];
  let running = false;
  let idlers: (() => void)[] = [];
  const sizes = batchSize.labels(options.name);

  function submit(command: Command): Promise<Answer> {
    if (queue.length >= options.queueMax) return Promise.reject(fail("OVERLOADED"));
    return new Promise((resolve, reject) => {
      queue.push({ command, resolve, reject });
      if (!running) {
        running = true;
        // One turn of the event loop: requests that were read from the sockets together form one batch.
        setImmediate(() => void runAll());
      }
    });
  }

  async function runAll(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.length <= options.max ? queue : queue.slice(0, options.max);
      queue = queue.length <= options.max ? [] : queue.slice(options.max);
      sizes.observe(batch.length);
      await runBatch(batch);
    }
    running = false;
    for (const resolve of idlers) resolve();
    idlers = [];
  }

  async function runBatch(batch: Waiting<Command, Answer>[]): Promise<void> {
    const failure = await runTogether(batch);
    if (!failure) return;
    const attempts = batch.length > 1 ? attemptsMax : attemptsMax - 1;
    const endsAt = clock() + retryAloneMaxMs;
    let shared = retryAlone(failure.error) ? undefined : failure;
    for (const waiting of batch) {
      if (clock() >= endsAt) shared ??= failure;
      if (shared) waiting.reject(shared.error);
      else shared = await runAlone(waiting, attempts);
    }
  }

  /** Runs one command at most `attempts` times; returns its failure if the rest of its batch shares it. */
  async function runAlone(waiting: Waiting<Command, Answer>, attempts: number): Promise<Failure | undefined> {
    for (let attempt = 1; ; attempt++) {
      const failure = await runTogether([waiting]);
      if (!failure) return undefined;
      const isShared = !retryAlone(failure.error);
      if (!isShared && attempt < attempts) continue;
      waiting.reject(failure.error);
      return isShared ? failure : undefined;
    }
  }

  /** Settles all commands of the batch, or none and returns why. */
  async function runTogether(batch: Waiting<Command, Answer>[]): Promise<Failure | undefined> {
    try {
      const outcomes = await options.run(batch.map((waiting) => waiting.command));
      if (outcomes.length !== batch.length)
        throw new Error(`${options.name}: ${outcomes.length} answers for ${batch.length}`);
      for (const [index, waiting] of batch.entries()) settle(waiting, outcomes[index]!);
      return undefined;
    } catch (error) {
      return { error };
    }
  }

  function idle(): Promise<void> {
    return running ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve();
  }

  return { submit, idle };
}

function settle<Command, Answer>(waiting: Waiting<Command, Answer>, outcome: Outcome<Answer>): void {
  if (outcome.ok) waiting.resolve(outcome.answer);
  else waiting.reject(outcome.error);
}
