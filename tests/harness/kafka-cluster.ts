import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../../apps/server/free-ports.ts";
import { type Broker, startBroker } from "../../apps/server/kafka/broker.ts";
import { type BrokerLogin, brokerLogin } from "../../apps/server/kafka/broker-login.ts";

export type KafkaCluster = {
  readonly addresses: readonly string[];
  readonly login: BrokerLogin;
  /** By node, from 1. */
  kill(node: number): Promise<void>;
  start(node: number): Promise<void>;
  stop(): Promise<void>;
};

/** Several Kafka nodes on loopback, 256 MB of heap each, that may be killed. */
export async function startKafkaCluster(nodes: number): Promise<KafkaCluster> {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-kafka-"));
  const all = await freePorts(2 * nodes);
  const ports = all.slice(0, nodes);
  const controllerPorts = all.slice(nodes);
  const login = brokerLogin(folder);
  const running = new Map<number, Broker>();
  const start = async (node: number) => {
    const options = {
      folder: join(folder, `node-${node}`),
      port: ports[node - 1]!,
      cluster: { node, controllerPorts },
      login,
    };
    running.set(node, await startBroker(options));
  };
  const stop = async () => {
    await Promise.all([...running.values()].map((broker) => broker.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(ports.map((_, index) => start(index + 1)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    addresses: ports.map((port) => `127.0.0.1:${port}`),
    login,
    async kill(node) {
      const broker = running.get(node)!;
      const ended = new Promise((resolve) => broker.process.once("exit", resolve));
      broker.process.kill("SIGKILL");
      await ended;
      running.delete(node);
    },
    start,
    stop,
  };
}
