import { limitKey } from "@jangteo/kernel/http/client-address.ts";
import { createFairQueue } from "@jangteo/kernel/limits/fair-queue.ts";
import { fail } from "@jangteo/kernel/rpc/service-error.ts";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane (argon2id is the default algorithm). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** `address` is the client's: addresses take turns. Throws OVERLOADED when too many wait. */
export type Passwords = {
  /** Hashes a new password; throws WEAK_PASSWORD for a common one, or one that is the email. */
  hash(password: string, email: string, address: string): Promise<string>;
  /** Whether the password fits. Takes as long for an account that does not exist (`null`). */
  verify(hash: string | null, password: string, address: string): Promise<boolean>;
};

/**
 * Passwords with a bound on how many are hashed at once (each takes 19 MiB) and on how many may wait, in which addresses take
 * turns.
 */
export function createPasswords(concurrentMax: number, queueMax: number): Passwords {
  const queue = createFairQueue({ atOnce: concurrentMax, waitingMax: queueMax });
  let dummy: Promise<string> | undefined;
  return {
    hash(password, email, address) {
      refuseWeak(password, email);
      return queue.run(limitKey(address), () => hash(password, parameters));
    },
    async verify(stored, password, address) {
      dummy ??= hash("a password that nobody has", parameters);
      const against = stored ?? (await dummy);
      const fits = await queue.run(limitKey(address), () => verify(against, password));
      return stored !== null && fits;
    },
  };
}

function refuseWeak(password: string, email: string): void {
  const plain = password.toLowerCase();
  const [local = ""] = email.toLowerCase().split("@");
  const repeated = new Set(plain).size <= 2;
  if (common.has(plain) || repeated || plain === email.toLowerCase() || plain === local) throw fail("WEAK_PASSWORD");
}

/** The passwords of eight letters and more that lists of leaked ones begin with. */
const common = new Set(
  `password password1 password12 password123 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 0123456789 87654321
   987654321 11111111 00000000 12341234 11223344 qwertyui qwerty123 qwerty12 qwertyuiop 1q2w3e4r 1q2w3e4r5t 1qaz2wsx
   qwer1234 asdf1234 zxcv1234 asdfghjk asdfasdf qwerasdf a1234567 a12345678 abcd1234 abc12345 abc123456 aa123456 aa12345678
   iloveyou iloveyou1 sunshine princess football baseball superman batman123 trustno1 welcome1 welcome123 letmein1
   admin123 admin1234 administrator root1234 test1234 tester12 guest123 changeme dragon12 monkey12 master12 shadow12
   michael1 jordan23 computer internet samsung1 starwars whatever zaq12wsx korea123 korea1234 seoul123 gksrnr12 dkssud12`
    .split(/\s+/)
    .filter(Boolean),
);
