import { parseArgs } from "node:util";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { withServices } from "../open-services.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo rotate-keys [--now]

Makes a new key that signs access tokens. Running instances sign with it within 5 s, without a restart. Tokens of the keys
before are accepted until they expire; then these keys are refused. Run it with the settings of the marketplace.

  --now    refuse the tokens of all keys before within 5 s, because one has leaked; clients renew them with their refresh tokens
  --help   this text`;

/** `jangteo rotate-keys`: a new signing key. */
export async function rotateKeys(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { now: { type: "boolean", default: false }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { keyId, retired, acceptedSeconds } = await withServices("rotate-keys", (services) =>
    services.client(AccountService).rotateKeys({ now: values.now }),
  );
  if (keyId === "")
    throw new UsageError(
      "Nothing was changed: the marketplace signs with a key that this JANGTEO_SECRET does not open. Run the command with the secret of the marketplace.",
    );
  console.log(`  A new key signs access tokens: ${keyId}`);
  if (retired > 0)
    console.log(
      values.now
        ? `  Tokens of ${retired} earlier keys are refused within 5 s.`
        : `  Tokens of ${retired} earlier keys are accepted for ${acceptedSeconds} s, until the last of them has expired.`,
    );
  return 0;
}
