import { parseArgs } from "node:util";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { isServiceError } from "@jangteo/kernel/rpc/service-error.ts";
import { withServices } from "../open-services.ts";
import { UsageError } from "../usage-error.ts";
import { isEmail } from "./admin.ts";

const help = `Usage: jangteo remove-admin <email>

Takes the role away from an administrator, for good: the account is closed. It is signed out everywhere at once, and
running instances refuse its access tokens and close its connections within 5 s. What the administrator did stays in the
audit log. A buyer's or seller's account with the same email is left alone. \`jangteo admin\` makes a new administrator.

  --help   this text`;

/** `jangteo remove-admin`: ends an administrator's access for good. */
export async function removeAdmin(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [email] = positionals;
  if (positionals.length !== 1 || !isEmail(email!))
    throw new UsageError("Name one email: jangteo remove-admin someone@example.com");
  const { name, accountId, left } = await withServices("remove-admin", (services) =>
    services.client(AccountService).removeAdministrator({ email: email! }),
  ).catch((error: unknown) => {
    if (isServiceError(error) && error.code === "NOT_FOUND_USER")
      throw new UsageError(`There is no administrator with the email ${email}. Nothing was changed.`);
    throw error;
  });
  console.log(`  ${email} (${name}) is an administrator no longer. The account ${accountId} is closed.
  It is signed out everywhere; running instances refuse its access tokens within 5 s.`);
  if (left === 0) console.log("  There is no active administrator now. Make one: jangteo admin someone@example.com");
  else console.log(`  Active administrators: ${left}`);
  return 0;
}
