import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until.ts";

/** Why tests that need dnsmasq cannot run here; `false` where they can. */
export function withoutDnsmasq(): string | false {
  try {
    execFileSync("dnsmasq", ["--version"], { stdio: "ignore" });
    return false;
  } catch {
    return "there is no dnsmasq (Debian: apt install dnsmasq-base)";
  }
}

export type NameServer = {
  /** `host:port`. */
  readonly address: string;
  readonly process: ChildProcess;
  /** Sets the addresses of each name. */
  publish(records: Readonly<Record<string, readonly string[]>>): void;
  stop(): void;
};

/** A real name server on loopback, which knows nothing but what is published. It serves before this resolves. */
export async function startNameServer(): Promise<NameServer> {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-dns-"));
  const hosts = join(folder, "hosts");
  writeFileSync(hosts, "");
  for (let attempt = 1; attempt <= 10; attempt++) {
    const port = await freePort();
    const dnsmasq = startDnsmasq(port, hosts);
    if (await serves(dnsmasq, port)) return nameServer(dnsmasq, port, folder, hosts);
    dnsmasq.kill("SIGKILL");
  }
  throw new Error("dnsmasq did not start");
}

function startDnsmasq(port: number, hosts: string): ChildProcess {
  return spawn(
    "dnsmasq",
    [
      "--keep-in-foreground",
      "--no-daemon",
      "--conf-file=/dev/null",
      "--no-resolv",
      "--no-hosts",
      "--listen-address=127.0.0.1",
      "--bind-interfaces",
      `--port=${port}`,
      `--addn-hosts=${hosts}`,
      "--local=//",
    ],
    { stdio: "ignore" },
  );
}

/** Whether it accepts a connection before it ends. Until then SIGHUP, by which `publish` works, would end it. */
async function serves(dnsmasq: ChildProcess, port: number): Promise<boolean> {
  const isOpen = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", () => resolve(false));
      socket.once("connect", () => {
        socket.destroy();
        resolve(true);
      });
    });
  const hasEnded = () => dnsmasq.exitCode !== null || dnsmasq.signalCode !== null;
  let open = false;
  await until(async () => hasEnded() || (open = await isOpen()), { timeoutMs: 5_000 }).catch(() => undefined);
  return open && !hasEnded();
}

function nameServer(dnsmasq: ChildProcess, port: number, folder: string, hosts: string): NameServer {
  const abandon = () => dnsmasq.kill("SIGKILL");
  process.once("exit", abandon);
  return {
    address: `127.0.0.1:${port}`,
    process: dnsmasq,
    publish(records) {
      const lines = Object.entries(records).flatMap(([name, addresses]) => addresses.map((each) => `${each} ${name}`));
      writeFileSync(hosts, `${lines.join("\n")}\n`);
      dnsmasq.kill("SIGHUP");
    },
    stop() {
      process.off("exit", abandon);
      dnsmasq.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that is free for UDP and TCP: dnsmasq needs both. */
async function freePort(): Promise<number> {
  for (;;) {
    const datagrams = createSocket("udp4").bind(0, "127.0.0.1");
    await once(datagrams, "listening");
    const { port } = datagrams.address();
    const connections = createServer().listen(port, "127.0.0.1");
    const isFree = await once(connections, "listening").then(
      () => true,
      () => false,
    );
    connections.close();
    datagrams.close();
    if (isFree) return port;
  }
}
