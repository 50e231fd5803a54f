import { fail } from "../rpc/service-error.ts";
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
   * Whether a batch that failed with this error is worth trying one by one, each at most three times: a constraint fired,
   * say, by a bad command, or because another copy did the same at that moment and can be seen now.
   */
  retryAlone: (error: unknown) => boolean;
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

const attemptsMax = 3;

/**
 * Many concurrent commands, one transaction: commands that arrive while a batch is under way form the next one. There
 * is no timer; a command that arrives alone runs alone at once. One bad command fails alone.
 */
export function createBatcher<Command, Answer>(options: BatcherOptions<Command, Answer>): Batcher<Command, Answer> {
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

  async function runBatch(batch: Waiting<Command, Answer>[], attempt = 1): Promise<void> {
    try {
      const outcomes = await options.run(batch.map((waiting) => waiting.command));
      if (outcomes.length !== batch.length)
        throw new Error(`${options.name}: ${outcomes.length} answers for ${batch.length}`);
      for (const [index, waiting] of batch.entries()) settle(waiting, outcomes[index]!);
    } catch (error) {
      if (attempt < attemptsMax && options.retryAlone(error))
        for (const waiting of batch) await runBatch([waiting], batch.length > 1 ? 1 : attempt + 1);
      else for (const waiting of batch) waiting.reject(error);
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
