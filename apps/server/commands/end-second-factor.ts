import { parseArgs } from "node:util";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { withServices } from "../open-services.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo end-second-factor <email> --role customer|seller|admin

For somebody who has lost the authenticator app and all recovery codes: their sign-in asks for the password alone again.
A mail notifies them. Make sure first that it is they who ask.

  --role ROLE   customer, seller or admin
  --help        this text`;

const roles = ["customer", "seller", "admin"];

/** `jangteo end-second-factor`: the way in for who has lost an app and all recovery codes. */
export async function endSecondFactor(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [email] = positionals;
  if (positionals.length !== 1 || !roles.includes(values.role ?? ""))
    throw new UsageError("Name one email and a role: jangteo end-second-factor someone@example.com --role seller");
  const { ended } = await withServices("end-second-factor", (services) =>
    services.client(AccountService).endSecondFactor({ email: email!, role: values.role!.toUpperCase() }),
  );
  if (!ended) throw new UsageError(`No ${values.role} ${email} has a second factor. Nothing was changed.`);
  console.log(`  The second factor of the ${values.role} ${email} has ended. A mail notifies them.`);
  return 0;
}
