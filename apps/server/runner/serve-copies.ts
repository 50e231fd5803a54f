import { resolve } from "node:path";
import { startGateway } from "@jangteo/gateway";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import type { StageProcess } from "../../../stages/stage.ts";
import { serveControl } from "./control.ts";
import { type Runner, startRunner } from "./runner.ts";

export type CopiesOptions = {
  process: StageProcess;
  copies: number;
  settings: Settings;
  log: Logger;
  databaseUrl: string;
};

/** Beyond the time that a copy takes to say goodbye to its sockets and requests. */
const stopGraceMs = 5_000;

/** Runs several copies of a process on one database behind the gateway. */
export async function serveCopies(options: CopiesOptions): Promise<{ address: string; stop(): Promise<void> }> {
  const { settings, log, databaseUrl, copies } = options;
  const gateway = await startGateway(settings, log);
  let runner: Runner | undefined;
  try {
    runner = await startRunner({
      services: [
        {
          name: options.process.name,
          copies,
          args: ["serve", "--process", options.process.name],
          env: {
            ...process.env,
            PORT: "0",
            HOST: "127.0.0.1",
            DATABASE_URL: databaseUrl,
            JANGTEO_HOME: resolve(settings.home),
            JANGTEO_LIVE_PUSH: "notify",
            JANGTEO_TRUSTED_PROXIES: String(settings.trustedProxies + 1),
            JANGTEO_PUBLIC_URL: settings.publicUrl || gateway.address,
          },
        },
      ],
      version: "1",
      onChange: (ready) => gateway.setMembers(ready.map(({ id, address }) => ({ id, address: address! }))),
      stopWithinMs: settings.drainTimeoutMs + settings.chatGoAwayMs + stopGraceMs,
      log,
      print: (line) => console.log(`  ${line}`),
    });
    const control = await serveControl(settings.home, gateway.address, runner);
    const { stop } = runner;
    return {
      address: gateway.address,
      async stop() {
        await control.stop();
        // The copies first: while they drain, their answers still have to come through.
        await stop();
        await gateway.stop();
      },
    };
  } catch (error) {
    await runner?.stop();
    await gateway.stop();
    throw error;
  }
}
