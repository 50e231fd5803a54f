import { Client, credentials, Metadata, Server, ServerCredentials, type sendUnaryData } from "@grpc/grpc-js";
import { OrderService } from "@jangteo/contracts/gen/jangteo/order/v1/order_pb.js";
import { normalise } from "@jangteo/kernel/rpc/call.ts";
import { inProcessClient } from "@jangteo/kernel/rpc/in-process.ts";
import { createBalancer } from "@jangteo/kernel/rpc/remote/balancer.ts";
import { grpcClient } from "@jangteo/kernel/rpc/remote/grpc-client.ts";
import { type GrpcServerOptions, startGrpcServer } from "@jangteo/kernel/rpc/remote/grpc-server.ts";
import { createPushedMembership } from "@jangteo/kernel/rpc/remote/membership.ts";
import { createServiceTokens } from "@jangteo/kernel/rpc/remote/service-token.ts";
import { deserializer, serializer } from "@jangteo/kernel/rpc/remote/wire.ts";
import { silentLogger } from "@jangteo/kernel/telemetry/logger.ts";
import { median, ratio, type Section } from "./lib/table.ts";

const method = OrderService.method.listPaidParts;
const callers = 32;
type Message = ReturnType<typeof normalise>;
type Implementation = GrpcServerOptions["services"][number]["implementation"];
const answer = {
  parts: Array.from({ length: 10 }, (_, index) => ({
    partId: `01a203fd-1f57-7111-8ca9-88d07c23d4${index}0`,
    orderId: `01a203fd-1f57-7111-8ca9-88d07c23d4${index}1`,
    paid: 1_000n,
    refunded: 0n,
    pending: false,
  })),
};

/** CPU of one call, both ends in this process: ours in the process, ours over gRPC, and grpc-js alone with the same messages. */
export async function benchCalls({
  rounds,
  seconds,
  say,
}: {
  rounds: number;
  seconds: number;
  say: (text: string) => void;
}): Promise<Section> {
  const implementation = { listPaidParts: async () => answer } as unknown as Implementation;
  const missing = async () => ({});
  for (const { localName } of OrderService.methods)
    if (localName !== "listPaidParts") (implementation as Record<string, unknown>)[localName] = missing;
  const settings = { log: silentLogger(), timeoutMs: 5_000, strict: false };
  const here = inProcessClient(OrderService, implementation as never, settings);
  const tokens = createServiceTokens("a secret of this benchmark, long enough", "bench");
  const ours = await startGrpcServer({
    host: "127.0.0.1",
    port: 0,
    services: [{ service: OrderService, implementation }],
    tokens,
    log: settings.log,
  });
  const membership = createPushedMembership();
  membership.set({ order: [`127.0.0.1:${ours.port}`] });
  const balancer = createBalancer("order", membership, settings.log);
  const remote = grpcClient(OrderService, { ...settings, balancer, tokens });
  const bare = await bareGrpc();

  const request = { after: "01a203fd-1f57-7111-8ca9-88d07c23d443", limit: 10 };
  const made = normalise(method.input, request, false);
  const kinds: Record<string, () => Promise<unknown>> = {
    "in the process": () => here.listPaidParts(request),
    "over gRPC": () => remote.listPaidParts(request),
    "grpc-js alone": () => bare.call(made),
  };
  const micros: Record<string, number[]> = {};
  for (const call of Object.values(kinds)) await cpuOf(call, 1);
  for (let round = 1; round <= rounds; round++) {
    for (const [name, call] of Object.entries(kinds)) (micros[name] ??= []).push(await cpuOf(call, seconds));
    say(
      `round ${round}/${rounds}: ${Object.entries(micros)
        .map(([name, values]) => `${name} ${values.at(-1)!.toFixed(1)} µs`)
        .join(", ")}`,
    );
  }
  balancer.stop();
  bare.stop();
  await ours.stop(1_000);
  const middle = (name: string) => median(micros[name]!);
  return {
    title: "Calls between modules",
    measurements: Object.entries(micros).map(([name, values]) => ({
      name: `CPU of a call, ${name}`,
      values,
      unit: "µs",
    })),
    ratios: [
      ratio("a call over gRPC against grpc-js alone", middle("over gRPC") / middle("grpc-js alone"), { max: 1.3 }),
      ratio("a call in the process, µs", middle("in the process"), { max: 30 }),
    ],
    notes: [`One request and an answer with ten parts, ${callers} callers at once, both ends in one process.`],
  };
}

/** Microseconds of this process's CPU per call. */
async function cpuOf(call: () => Promise<unknown>, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let calls = 0;
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        await call();
        // A call in the process never leaves the event loop's turn by itself.
        if (++calls % 256 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

/** The same method served and called with nothing but grpc-js and the generated messages. */
async function bareGrpc() {
  const path = `/${OrderService.typeName}/${method.name}`;
  const [serialize, deserialize] = [serializer(method.output), deserializer(method.input)];
  const reply = normalise(method.output, answer, false);
  const server = new Server();
  server.addService(
    {
      listPaidParts: {
        path,
        requestStream: false,
        responseStream: false,
        requestSerialize: serializer(method.input),
        requestDeserialize: deserialize,
        responseSerialize: serialize,
        responseDeserialize: deserializer(method.output),
      },
    },
    {
      listPaidParts: (_call: unknown, done: sendUnaryData<Message>) => done(null, reply),
    },
  );
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const [encode, decode] = [serializer(method.input), deserializer(method.output)];
  return {
    call: (message: Message) =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest(
          path,
          encode,
          decode,
          message,
          new Metadata(),
          { deadline: Date.now() + 5_000 },
          (error, value) => (error ? reject(error) : resolve(value)),
        );
      }),
    stop() {
      client.close();
      server.forceShutdown();
    },
  };
}
