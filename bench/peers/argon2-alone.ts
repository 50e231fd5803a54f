import { createServer } from "node:http";
import { hash, verify } from "@node-rs/argon2";

/** The limit of sign-in: one argon2id check per request, two at a time. */
const stored = await hash("jangteo-tester", { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
const server = createServer((_request, response) => {
  void verify(stored, "jangteo-tester").then((fits) => response.end(String(fits)));
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  process.send!({ address: `http://127.0.0.1:${port}` });
});
process.once("SIGTERM", () => process.exit(0));
