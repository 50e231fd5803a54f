import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";
import { freePorts } from "../../apps/server/free-ports.ts";
import { fetchJars } from "../../apps/server/java/jars.ts";
import { findJava, findMaven } from "../../apps/server/java/java.ts";
import { until } from "./until.ts";

const s3proxy = {
  path: "org/gaul/s3proxy/4.1.0/s3proxy-4.1.0-jar-with-dependencies.jar",
  sha256: "a4d025969aaf796616ed4b1e2491d87d455ce84bb28cb9db086b2e6aaa68b48d",
};
const accessKeyId = "test-key";
const secretAccessKey = "test-secret-1234";

export type S3Server = { readonly env: Record<string, string>; stop(): Promise<void> };

/** Why tests that need Java cannot run here; `false` where they can. */
export async function withoutJava(): Promise<string | false> {
  try {
    await findJava("this test");
    await findMaven("what this test talks to");
    return false;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A real S3-compatible server (S3Proxy, which checks signatures), its data in memory, with one empty bucket. */
export async function startS3Server(): Promise<S3Server> {
  const java = await findJava("the S3 server of this test");
  const [jar] = await fetchJars([s3proxy], "an S3-compatible server");
  const folder = mkdtempSync(join(tmpdir(), "jangteo-s3-"));
  const [port] = await freePorts(1);
  const endpoint = `http://127.0.0.1:${port}`;
  const properties = join(folder, "s3proxy.properties");
  writeFileSync(
    properties,
    `s3proxy.authorization=aws-v4
s3proxy.endpoint=${endpoint}
s3proxy.identity=${accessKeyId}
s3proxy.credential=${secretAccessKey}
jclouds.provider=transient
jclouds.identity=none
jclouds.credential=none
`,
  );
  const child = spawn(java, ["-Xmx128m", "-jar", jar!, "--properties", properties], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const client = new AwsClient({ accessKeyId, secretAccessKey, region: "us-east-1", service: "s3", retries: 0 });
  await until(async () => (await client.fetch(`${endpoint}/pictures`, { method: "PUT" })).ok, {
    timeoutMs: 30_000,
    everyMs: 100,
    why: () => `the S3 server did not start: ${output}`,
  });
  return {
    env: {
      JANGTEO_IMAGE_STORAGE: "s3",
      JANGTEO_S3_ENDPOINT: endpoint,
      JANGTEO_S3_BUCKET: "pictures",
      JANGTEO_S3_ACCESS_KEY_ID: accessKeyId,
      JANGTEO_S3_SECRET_ACCESS_KEY: secretAccessKey,
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      process.off("exit", abandon);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
