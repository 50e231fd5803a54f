import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { assertProblem } from "../harness/api-client.ts";
import { createDatabase, type Marketplace, startMarketplace } from "../harness/marketplace.ts";
import { until } from "../harness/until.ts";

/** A mail server that refuses the first mails and keeps the later ones in `received`. */
async function startMailServer(refusals: number) {
  const received: ParsedMail[] = [];
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
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => smtp.close(resolve)),
  };
}

const signUp = async ({ api }: Marketplace, email: string) => {
  const { status } = await api.post("/accounts/customer/signup", {
    email,
    name: '<b>김"장터"</b>',
    phone: "010-1111-2222",
    password: "메일을-받겠습니다",
    birth: "1990-01-01",
  });
  assert.equal(status, 201);
};

test("mails go out by SMTP, are tried again after a refusal, and are not kept", async () => {
  const { url, received, stop } = await startMailServer(1);
  const market = await startMarketplace({ env: { SMTP_URL: url, JANGTEO_PUBLIC_URL: "https://shop.example" } });
  const email = `${randomUUID()}@test.com`;
  await signUp(market, email);
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
  await stop();
});

test("a mail that was encrypted with another secret is sent once that secret is there again, and not before", async () => {
  const { url, received, stop } = await startMailServer(0);
  const databaseUrl = await createDatabase();
  const [secret, nextSecret] = ["the first secret of this test", "the second secret of this test"];
  const start = (env: Record<string, string>) =>
    startMarketplace({ stage: "monolith", databaseUrl, env: { JANGTEO_PUBLIC_URL: "https://shop.example", ...env } });
  const email = `${randomUUID()}@test.com`;

  const first = await start({ JANGTEO_SECRET: secret });
  await signUp(first, email);
  await first.stop();

  const second = await start({ JANGTEO_SECRET: nextSecret, SMTP_URL: url });
  await until(() => received.length > 0 || second.output().includes("a mail could not be sent yet"));
  await second.stop();
  assert.equal(received.length, 0);

  const third = await start({ JANGTEO_SECRET: nextSecret, JANGTEO_PREVIOUS_SECRET: secret, SMTP_URL: url });
  await until(() => received.length === 1, { timeoutMs: 15_000 });
  assert.match(received[0]!.text!, /https:\/\/shop\.example\/accounts\/customer\/verify\/[\w-]+/);
  await third.verify();
  await third.stop();
  await stop();
});
