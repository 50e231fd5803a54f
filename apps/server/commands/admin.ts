import { parseArgs } from "node:util";
import { AccountService } from "@jangteo/contracts/gen/jangteo/account/v1/account_pb.js";
import { withServices } from "../open-services.ts";
import { askStatus } from "../runner/control.ts";
import { UsageError } from "../usage-error.ts";

const help = `Usage: jangteo admin <email> [--name <name>]

Makes an administrator and prints a link at which the password is chosen; for one that is there already, only the link.
There is no other way to become one. Administrators sign in at /admin. \`jangteo remove-admin\` takes the role away.

  --name NAME   what others see (관리자)
  --help        this text`;

/** Whether a command's argument looks like an email. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 254;
}

/** `jangteo admin`: the first key to the back office. */
export async function admin(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { name: { type: "string", default: "관리자" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [email] = positionals;
  if (positionals.length !== 1 || !isEmail(email!))
    throw new UsageError("Name one email: jangteo admin someone@example.com");
  const name = values.name.trim();
  if (name === "" || name.length > 100) throw new UsageError("--name takes 1 to 100 characters.");
  await withServices("admin", async (services, settings) => {
    const made = await services.client(AccountService).addAdministrator({ email: email!, name });
    const status = await askStatus(settings.home);
    const address = settings.publicUrl || status?.address || `http://localhost:${settings.port}`;
    console.log(
      `  ${made.isNew ? "Made the administrator" : "There is an administrator"} ${email}. Choose a password within ${made.resetMinutes} minutes:\n`,
    );
    if (settings.pages)
      console.log(`    ${address}/reset?token=${made.resetToken}\n\n  Then sign in at ${address}/admin\n`);
    else console.log(`    POST ${address}/accounts/password/reset with the token ${made.resetToken}\n`);
  });
  return 0;
}
