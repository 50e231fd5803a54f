import { randomUUID } from "node:crypto";
import { drive } from "./lib/load.ts";
import { startMarketplace, startServer } from "./lib/server.ts";
import { median, ratio, type Section } from "./lib/table.ts";

/** Sign-in beside its limit: a process that checks argon2id hashes of the same cost and does nothing else. */
export async function benchSignIn(options: {
  databaseUrl: string;
  rounds: number;
  seconds: number;
  say: (text: string) => void;
}): Promise<Section> {
  const { databaseUrl, rounds, seconds, say } = options;
  const server = await startMarketplace(databaseUrl);
  const hashes = await startServer("bench/peers/argon2-alone.ts", [], {});
  const email = `${randomUUID()}@bench.example`;
  await fetch(`${server.address}/test/create/customer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email }),
  });
  const results: Record<string, number[]> = { "sign-in": [], "argon2id alone": [] };
  for (let round = 1; round <= rounds; round++) {
    const common = { connections: 8, seconds, status: 200 };
    const signedIn = await drive({
      ...common,
      address: server.address,
      next: () => ({
        method: "POST",
        path: "/accounts/customer/login",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, password: "jangteo-tester" }),
      }),
    });
    const alone = await drive({
      ...common,
      address: hashes.address,
      next: () => ({ method: "GET", path: "/", headers: {} }),
    });
    results["sign-in"]!.push(signedIn.perSecond);
    results["argon2id alone"]!.push(alone.perSecond);
    say(
      `round ${round}/${rounds}: ${signedIn.perSecond.toFixed(1)} sign-ins/s, ${alone.perSecond.toFixed(1)} hashes/s`,
    );
  }
  await hashes.stop();
  await server.stop();
  return {
    title: "Sign-in",
    measurements: Object.entries(results).map(([name, values]) => ({ name, values, unit: "per s" })),
    ratios: [
      ratio("sign-in against argon2id alone", median(results["sign-in"]!) / median(results["argon2id alone"]!), {
        min: 0.8,
      }),
    ],
  };
}
