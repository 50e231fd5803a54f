/** A pause that can be ended early: when something is there to do, or at a stop. */
export type Pause = { wait(ms: number): Promise<void>; end(): void };

export function createPause(): Pause {
  let end: (() => void) | undefined;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, ms);
        function done() {
          clearTimeout(timer);
          end = undefined;
          resolve();
        }
        end = done;
      }),
    end: () => end?.(),
  };
}
