import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AwsClient } from "aws4fetch";
import { privateFile, privateFolder } from "../files/private.ts";
import { fail } from "../rpc/service-error.ts";
import type { Settings } from "../settings/settings.ts";

/** Where the bytes of images are kept; operators choose one by the setting `imageStorage`. */
export type ImageStorage = {
  put(key: string, bytes: Buffer): Promise<void>;
  /** The bytes, or nothing if there are none under this key. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removes the bytes under this key; none there is no error. */
  remove(key: string): Promise<void>;
};

export const imageStorages: Record<string, (settings: Settings) => ImageStorage> = {
  folder: (settings) => folderStorage(resolve(settings.home, "images")),
  s3: (settings) =>
    s3Storage({
      endpoint: settings.s3Endpoint,
      bucket: settings.s3Bucket,
      region: settings.s3Region,
      accessKeyId: settings.s3AccessKeyId,
      secretAccessKey: settings.s3SecretAccessKey,
    }),
};

/** A folder on this machine, or one that all machines share. */
export function folderStorage(folder: string): ImageStorage {
  const pathOf = (key: string) => join(folder, key.slice(-7, -5), key);
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: privateFolder });
      // Whole or not at all, also when the disk is full.
      await writeFile(`${path}.part`, bytes, { mode: privateFile });
      await rename(`${path}.part`, path);
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

export type S3Options = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const timeoutMs = 10_000;

/** An S3-compatible store, addressed by path. */
export function s3Storage(options: S3Options): ImageStorage {
  for (const name of ["endpoint", "bucket", "accessKeyId", "secretAccessKey"] as const)
    if (!options[name])
      throw new Error(`imageStorage is s3, but s3${name[0]!.toUpperCase()}${name.slice(1)} is not set.`);
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const urlOf = (key: string) => `${endpoint.replace(/\/$/, "")}/${bucket}/${key}`;

  async function ask(key: string, init: { method: string; body?: Uint8Array<ArrayBuffer> }): Promise<Response> {
    try {
      return await client.fetch(urlOf(key), { ...init, signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw fail("UNAVAILABLE", {}, error);
    }
  }

  return {
    async put(key, bytes) {
      const response = await ask(key, { method: "PUT", body: new Uint8Array(bytes) });
      if (!response.ok) throw await refusal(response);
      await response.body?.cancel();
    },
    async get(key) {
      const response = await ask(key, { method: "GET" });
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok) throw await refusal(response);
      return Buffer.from(await response.arrayBuffer());
    },
    async remove(key) {
      const response = await ask(key, { method: "DELETE" });
      if (!response.ok && response.status !== 404) throw await refusal(response);
      await response.body?.cancel();
    },
  };
}

/** The store says why in XML: for the log, so that an operator need not guess. */
async function refusal(response: Response): Promise<Error> {
  const text = await response.text().catch(() => "");
  const why = [/<Code>([^<]*)</.exec(text)?.[1], /<Message>([^<]*)</.exec(text)?.[1]].filter(Boolean).join(": ");
  return fail("UNAVAILABLE", {}, new Error(`the store answered ${response.status} ${why}`));
}
