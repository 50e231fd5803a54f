import { dirname } from "node:path/posix";
import { stringify } from "yaml";
import type { Stage, StageProcess } from "../../stages/stage.ts";
import { certificateFiles } from "./certificates/local-certificates.ts";

const postgresImage = "postgres:18";
const kafkaImage = "apache/kafka:4.1.0";
const head = (
  stage: Stage,
) => `# ${stage.about}. Made by \`npm run generate\` from stages/${stage.name}.ts; do not edit.
#
#   docker build -f infra/containers/Containerfile -t jangteo .
#   export JANGTEO_SECRET=$(openssl rand -base64 48) SMTP_URL=smtp://mail.example JANGTEO_PUBLIC_URL=https://shop.example
#   docker compose -f infra/containers/compose.${stage.name}.yaml up
#
# Calls between the processes go over TLS with the certificates that the service "certificates" makes; each process gets its own
# (volume subpaths: Docker 26 or newer). They last a year: \`docker compose run certificates\` makes those anew that expire within
# 60 days, then replace the containers one after the other. Databases${stage.events === "kafka" ? " and Kafka" : ""} are reached in the private network that this file
# makes, without TLS (JANGTEO_TRUSTED_NETWORK).
#
# A rehearsal (JANGTEO_REHEARSAL): payments and payouts are fake, and every page shows it. Without it they are refused until a
# provider is set up.
`;

/** The Compose file of a stage with several processes: what runs, where, on which data. */
export function composeFile(stage: Stage): string {
  const databases =
    stage.databases === "one"
      ? ["postgres"]
      : stage.processes.filter(({ modules }) => modules.length > 0).map(({ name }) => databaseOf(stage, name));
  const services: Record<string, object> = {};
  services.gateway = {
    image: "jangteo",
    command: ["gateway", "--stage", stage.name],
    environment: { HOST: "0.0.0.0", PORT: String(stage.gatewayPort), ...common },
    ports: [`${stage.gatewayPort}:${stage.gatewayPort}`],
    depends_on: Object.fromEntries(stage.processes.map(({ name }) => [name, { condition: "service_healthy" }])),
    restart: "unless-stopped",
  };
  services.certificates = {
    image: "jangteo",
    command: ["certificates", "--stage", stage.name],
    environment: common,
    volumes: [`certificates:${tlsFolder}`],
  };
  for (const process_ of stage.processes) services[process_.name] = processService(stage, process_);
  for (const name of databases) services[name] = database;
  if (stage.events === "kafka") services.kafka = kafka;
  const volumes = Object.fromEntries(
    [...databases, ...(stage.events === "kafka" ? ["kafka"] : [])].map((name) => [name, {}]),
  );
  for (const name of databases) services[name] = { ...database, volumes: [`${name}:/var/lib/postgresql`] };
  return `${head(stage)}${stringify({ name: `jangteo-${stage.name}`, services, volumes: { ...volumes, images: {}, certificates: {} } }, { lineWidth: 0, version: "1.1" })}`;
}

/** In the home folder of the image. */
const tlsFolder = "/data/tls";

const common = {
  NODE_ENV: "production",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills it in.
  JANGTEO_SECRET: "${JANGTEO_SECRET:?set it to at least 32 random characters}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills it in.
  SMTP_URL: "${SMTP_URL:?set it to the mail server, such as smtps://user:password@smtp.example:465}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills it in.
  JANGTEO_PUBLIC_URL: "${JANGTEO_PUBLIC_URL:?set it to the address of the marketplace, such as https://shop.example}",
  JANGTEO_REHEARSAL: "on",
  JANGTEO_TRUSTED_NETWORK: "on",
};
const database = {
  image: postgresImage,
  environment: { POSTGRES_USER: "jangteo", POSTGRES_PASSWORD: "jangteo", POSTGRES_DB: "jangteo" },
  healthcheck: { test: ["CMD-SHELL", "pg_isready -U jangteo"], interval: "2s", retries: 30 },
  restart: "unless-stopped",
};
const kafka = {
  image: kafkaImage,
  environment: {
    KAFKA_NODE_ID: "1",
    KAFKA_PROCESS_ROLES: "broker,controller",
    KAFKA_LISTENERS: "PLAINTEXT://:9092,CONTROLLER://:9093",
    KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://kafka:9092",
    KAFKA_CONTROLLER_LISTENER_NAMES: "CONTROLLER",
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
    KAFKA_CONTROLLER_QUORUM_VOTERS: "1@kafka:9093",
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: "1",
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: "1",
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: "1",
    KAFKA_LOG_DIRS: "/var/lib/kafka/data",
  },
  volumes: ["kafka:/var/lib/kafka/data"],
  healthcheck: {
    test: ["CMD-SHELL", "/opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server localhost:9092 > /dev/null"],
    interval: "5s",
    retries: 30,
  },
  restart: "unless-stopped",
};

function databaseOf(stage: Stage, name: string): string {
  return stage.databases === "one" ? "postgres" : `${name}-database`;
}

function processService(stage: Stage, { name, modules, port, copies }: StageProcess): object {
  const base = databaseOf(stage, name);
  const hasData = modules.length > 0;
  const files = certificateFiles(tlsFolder, name);
  const needs = hasData ? [base, ...(stage.events === "kafka" ? ["kafka"] : [])] : [];
  return {
    image: "jangteo",
    command: ["serve", "--stage", stage.name, "--process", name],
    environment: {
      HOST: "0.0.0.0",
      PORT: String(port),
      ...(hasData && { DATABASE_URL: `postgresql://jangteo:jangteo@${base}/jangteo` }),
      ...(hasData && stage.events === "kafka" && { KAFKA_BROKERS: "kafka:9092" }),
      // The gateway, in the private network that the Compose file makes: nothing else reaches these ports.
      JANGTEO_TRUSTED_PROXIES: "uniquelocal",
      JANGTEO_CALL_TLS_CA_FILE: files.ca,
      JANGTEO_CALL_TLS_CERTIFICATE_FILE: files.certificate,
      JANGTEO_CALL_TLS_KEY_FILE: files.key,
      // DNS is the registry: those who go are still found for a moment.
      JANGTEO_DRAIN_DELAY_MS: "3000",
      ...common,
    },
    ...(copies > 1 && { deploy: { replicas: copies } }),
    volumes: [
      ...(hasData ? ["images:/data/images"] : []),
      {
        type: "volume",
        source: "certificates",
        target: dirname(files.ca),
        read_only: true,
        volume: { subpath: name },
      },
    ],
    healthcheck: {
      test: [
        "CMD",
        "node",
        "-e",
        `fetch('http://127.0.0.1:${port}/health/ready').then((r) => process.exit(r.ok ? 0 : 1))`,
      ],
      interval: "3s",
      retries: 20,
    },
    stop_grace_period: "40s",
    depends_on: {
      certificates: { condition: "service_completed_successfully" },
      ...Object.fromEntries(needs.map((each) => [each, { condition: "service_healthy" }])),
    },
    restart: "unless-stopped",
  };
}
