import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
  /** What it says from now on: the addresses of each name. */
  publish(records: Readonly<Record<string, readonly string[]>>): void;
  stop(): void;
};

/** A real name server on loopback, which knows nothing but what it is told. */
export async function startNameServer(): Promise<NameServer> {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-dns-"));
  const hosts = join(folder, "hosts");
  writeFileSync(hosts, "");
  const port = await freeUdpPort();
  const dnsmasq = spawn(
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

function freeUdpPort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4").bind(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}
