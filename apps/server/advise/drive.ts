import { Agent, type IncomingMessage, request } from "node:http";

export type Request = { method: string; path: string; headers?: Record<string, string>; body?: string };
export type Driven = {
  readonly done: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

/** So many callers who ask, wait for the answer and ask again; throws on an answer other than `status`. */
export async function drive(
  address: string,
  callers: number,
  seconds: number,
  status: number,
  next: () => Request,
): Promise<Driven> {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const latencies: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const ask = ({ method, path, headers = {}, body }: Request): Promise<number> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const asked = request(
        { hostname, port, method, path, headers: { ...headers, ...length }, agent },
        (answer: IncomingMessage) => {
          answer.resume();
          answer.once("end", () => resolve(answer.statusCode ?? 0));
        },
      );
      asked.once("error", reject);
      asked.end(body);
    });
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        const askedAt = performance.now();
        const wanted = next();
        const answered = await ask(wanted);
        if (answered !== status) throw new Error(`${wanted.method} ${wanted.path} was answered ${answered}`);
        latencies.push(performance.now() - askedAt);
      }
    }),
  );
  agent.destroy();
  const tookSeconds = (performance.now() - startedAt) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { done: latencies.length, perSecond: latencies.length / tookSeconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}
