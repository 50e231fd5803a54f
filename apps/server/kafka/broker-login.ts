import { pbkdf2Sync, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SASLOptions } from "@jangteo/kernel/events/kafka/client.ts";
import type { KafkaLogin } from "@jangteo/kernel/events/kafka/connection.ts";
import { privateFile, privateFolder, readPrivateFile } from "@jangteo/kernel/files/private.ts";
import { deriveKey } from "@jangteo/kernel/secrets/derive-key.ts";

/** The only user of a broker of our own. */
export const brokerUser = "jangteo";
/** The fewest that Kafka accepts: against guesses of weak passwords, and this one is random. */
const scramIterations = 4_096;
const setTimeoutMs = 5_000;

export type BrokerLogin = Extract<KafkaLogin, { mechanism: "SCRAM-SHA-512" }>;

/** The sign-in at a broker whose data is in `folder`: its password lies there, readable for this user alone. */
export function brokerLogin(folder: string): BrokerLogin {
  return { mechanism: "SCRAM-SHA-512", user: brokerUser, password: readOrMakePassword(folder) };
}

function readOrMakePassword(folder: string): string {
  const path = join(folder, "password");
  mkdirSync(folder, { recursive: true, mode: privateFolder });
  try {
    writeFileSync(path, randomBytes(32).toString("base64url"), { mode: privateFile, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readPrivateFile(path).toString().trim();
}

/** What processes are told of the sign-in at a broker of our own. */
export function loginEnv({ user, password }: BrokerLogin): Record<string, string> {
  return {
    JANGTEO_KAFKA_TLS: "off",
    JANGTEO_KAFKA_CA_FILE: "",
    JANGTEO_KAFKA_SASL: "scram-sha-512",
    JANGTEO_KAFKA_USER: user,
    JANGTEO_KAFKA_PASSWORD: password,
    JANGTEO_KAFKA_TOKEN_FILE: "",
    JANGTEO_KAFKA_TOKEN_URL: "",
  };
}

/** Controllers, which set passwords for others, know each other by a password of their own. */
export function controllerLogin({ password }: BrokerLogin) {
  return {
    mechanism: "PLAIN" as const,
    username: "controller",
    password: deriveKey(password, "Kafka controllers").toString("base64url"),
  } satisfies SASLOptions;
}

/**
 * Sets the password of a broker's user, over the address of its controller: a new broker, and one of an earlier version,
 * knows none. Throws when that controller does not lead.
 */
export async function setPassword(controllerPort: number, login: BrokerLogin): Promise<void> {
  const { alterUserScramCredentialsV0, Connection, ScramMechanisms } = await import(
    "@jangteo/kernel/events/kafka/client.ts"
  );
  const connection = new Connection("jangteo-start", { sasl: controllerLogin(login), connectTimeout: setTimeoutMs });
  const salt = randomBytes(32);
  // Its promises reject too.
  connection.on("error", () => undefined);
  try {
    await connection.connect("127.0.0.1", controllerPort);
    await alterUserScramCredentialsV0.api.async(
      connection,
      [],
      [
        {
          name: login.user,
          mechanism: ScramMechanisms.SCRAM_SHA_512,
          iterations: scramIterations,
          salt,
          saltedPassword: pbkdf2Sync(login.password, salt, scramIterations, 64, "sha512"),
        },
      ],
    );
  } finally {
    await connection.close().catch(() => undefined);
  }
}
