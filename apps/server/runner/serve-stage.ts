import { resolve } from "node:path";
import { type Gateway, type Member, startGateway } from "@jangteo/gateway";
import type { Settings } from "@jangteo/kernel/settings/settings.ts";
import type { Logger } from "@jangteo/kernel/telemetry/logger.ts";
import { pathsOf, type Stage, type StageProcess } from "../../../stages/stage.ts";
import { certificateFiles, ensureCertificates } from "../certificates/local-certificates.ts";
import type { KafkaSource } from "../kafka/kafka-source.ts";
import type { Placement } from "../placement.ts";
import { serveControl } from "./control.ts";
import { type Copy, type Runner, type Service, startRunner } from "./runner.ts";

export type StageOptions = {
  stage: Stage;
  /** Of every process; as the stage says when not given. */
  copies: number | undefined;
  /** The gateway's port. */
  port: number;
  settings: Settings;
  log: Logger;
  /** The address of a process's database, by the process's name. */
  databaseUrls: Placement;
  /** The brokers, where the stage needs them. */
  kafka: KafkaSource | undefined;
};

export type RunningStage = { readonly address: string; readonly runner: Runner; stop(): Promise<void> };

/** Beyond the time that a copy takes to say goodbye to its sockets and requests. */
const stopGraceMs = 5_000;

/** Runs the processes of a stage behind the gateway, which is the registry too: it tells each where the others are. */
export async function serveStage(options: StageOptions): Promise<RunningStage> {
  const { stage, settings, log } = options;
  const renewCertificates = certificateMaker(options);
  await renewCertificates();
  // A free port for the gateway means that nothing may be in the way of others on this machine.
  const hasApiPorts = settings.apiPorts && options.port !== 0 && stage.processes.length > 1;
  const gateway = await startGateway({
    services: stage.processes.map((process_) => ({
      name: process_.name,
      paths: pathsOf(process_),
      port: hasApiPorts ? process_.port : undefined,
    })),
    fallback: stage.fallback,
    host: settings.host,
    port: options.port,
    settings,
    log,
  });
  let runner: Runner | undefined;
  try {
    runner = await startRunner({
      services: stage.processes.map((process_) => serviceOf(process_, options, gateway)),
      version: "1",
      beforeLaunch: renewCertificates,
      onChange: (ready) => gateway.setMembers(membersOf(ready)),
      stopWithinMs: settings.drainTimeoutMs * 2 + settings.chatGoAwayMs + stopGraceMs,
      log,
      print: (line) => console.log(`  ${line}`),
    });
    const control = await serveControl(
      settings.home,
      {
        stage: stage.name,
        address: gateway.address,
        kafka: options.kafka?.brokers,
        hasOwnKafka: options.kafka?.own !== undefined,
      },
      runner,
    );
    const running = runner;
    return {
      address: gateway.address,
      runner,
      async stop() {
        await control.stop();
        // The door first, then those behind it, each while those that it calls are still there.
        await gateway.drain();
        await running.stop();
        await gateway.stop();
      },
    };
  } catch (error) {
    await runner?.stop();
    await gateway.stop();
    throw error;
  }
}

const certificateFolder = ({ settings }: StageOptions) => resolve(settings.home, "tls");

/** Processes that call each other get certificates of this home folder, unless the settings name others. */
const needsCertificates = ({ stage, settings }: StageOptions) =>
  stage.processes.length > 1 && settings.callTlsCaFile === "";

/** Makes what is missing or soon expires: at the start, and before an instance is started or replaced. */
function certificateMaker(options: StageOptions): () => Promise<void> {
  const names = options.stage.processes.map(({ name }) => name);
  return async () => {
    if (needsCertificates(options)) await ensureCertificates(certificateFolder(options), names);
  };
}

function callTlsEnv(process_: string, options: StageOptions): Record<string, string> {
  if (!needsCertificates(options)) return {};
  const { ca, certificate, key } = certificateFiles(certificateFolder(options), process_);
  return {
    JANGTEO_CALL_TLS_CA_FILE: ca,
    JANGTEO_CALL_TLS_CERTIFICATE_FILE: certificate,
    JANGTEO_CALL_TLS_KEY_FILE: key,
  };
}

function serviceOf({ name, modules, copies }: StageProcess, options: StageOptions, gateway: Gateway): Service {
  const { stage, settings } = options;
  return {
    name,
    copies: options.copies ?? copies,
    args: ["serve", "--stage", stage.name, "--process", name],
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: options.databaseUrls[name],
      JANGTEO_HOME: resolve(settings.home),
      // The gateway, and what stands in front of it.
      JANGTEO_TRUSTED_PROXIES: ["loopback", settings.trustedProxies].filter(Boolean).join(),
      JANGTEO_PUBLIC_URL: settings.publicUrl || gateway.address,
      ...callTlsEnv(name, options),
      // The pages have no events.
      ...(modules.length > 0 && options.kafka?.env),
    },
  };
}

function membersOf(ready: readonly Copy[]): Record<string, Member[]> {
  const members: Record<string, Member[]> = {};
  for (const { id, service, address } of ready) (members[service] ??= []).push({ id, address: address! });
  return members;
}
