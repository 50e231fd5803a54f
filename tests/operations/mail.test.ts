import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { assertProblem } from "../harness/api-client.ts";
import { startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

test("mails go out by SMTP, are tried again after a refusal, and are not kept", async () => {
  const received: ParsedMail[] = [];
  let refusals = 1;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      async function take() {
        const mail = await simpleParser(stream);
        const refused = refusals-- > 0;
        if (!refused) received.push(mail);
        done(refused ? Object.assign(new Error("try later"), { responseCode: 451 }) : undefined);
      }
      void take();
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const market = await startMarketplace({
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, JANGTEO_PUBLIC_URL: "https://shop.example" },
  });
  const email = `${randomUUID()}@test.com`;
  await market.api.post("/accounts/customer/signup", {
    email,
    name: '<b>김"장터"</b>',
    phone: "010-1111-2222",
    password: "메일을-받겠습니다",
    birth: "1990-01-01",
  });
  await until(() => received.length === 1, { timeoutMs: 15_000 });
  const [mail] = received;
  assert.match(mail!.subject!, /이메일 주소를 확인/);
  assert.equal((mail!.to as { text: string }).text, email);
  const token = /https:\/\/shop\.example\/accounts\/customer\/verify\/([\w-]+)/.exec(mail!.text!)![1]!;
  assert.ok(!(mail!.html as string).includes("<b>"), "names are text");
  assert.deepEqual((await market.api.get(`/accounts/customer/verify/${token}`)).body, { verified: true });
  assertProblem(await market.api.get("/dev/mail"), 404);
  await market.verify();
  await market.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});
