import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** The process's metrics, served at /metrics. */
export const registry = new Registry();

let collecting = false;
/** Starts the process's own metrics (CPU, memory, event loop); once. */
export function collectProcessMetrics(): void {
  if (collecting) return;
  collecting = true;
  collectDefaultMetrics({ register: registry });
}

export const requestSeconds = new Histogram({
  name: "jangteo_http_request_seconds",
  help: "Time to answer a request, by route and status",
  labelNames: ["method", "route", "status"],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});
export const callsServed = new Counter({
  name: "jangteo_calls_total",
  help: "Calls of other processes that were answered, by outcome",
  labelNames: ["service", "method", "code"],
  registers: [registry],
});
export const batchSize = new Histogram({
  name: "jangteo_batch_size",
  help: "Commands in one transaction",
  labelNames: ["batcher"],
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
  registers: [registry],
});
export const eventsDelivered = new Counter({
  name: "jangteo_events_delivered_total",
  help: "Events that every consumer has taken",
  labelNames: ["module"],
  registers: [registry],
});
export const eventsParked = new Counter({
  name: "jangteo_events_parked_total",
  help: "Events given up after eventAttemptsMax deliveries",
  labelNames: ["module"],
  registers: [registry],
});
export const eventsLost = new Counter({
  name: "jangteo_events_lost_total",
  help: "Events that the brokers deleted (kafkaRetentionHours) before the module had consumed them",
  labelNames: ["module"],
  registers: [registry],
});
export const kafkaLag = new Gauge({
  name: "jangteo_kafka_lag",
  help: "Events that lie in the brokers and were not taken in yet by this copy's share",
  labelNames: ["module"],
  registers: [registry],
});
export const livePushed = new Counter({
  name: "jangteo_live_pushed_total",
  help: "Messages told to the other copies at once",
  registers: [registry],
});
export const retentionRows = new Counter({
  name: "jangteo_retention_rows_total",
  help: "Rows that were removed or erased at the end of their retention period, or sealed, by rule",
  labelNames: ["module", "rule"],
  registers: [registry],
});
export const retentionBehind = new Gauge({
  name: "jangteo_retention_rounds_behind",
  help: "Rounds in a row after which a retention rule failed or had rows left; 0: nothing is kept beyond its period",
  labelNames: ["module", "rule"],
  registers: [registry],
});
export const poolWaiting = new Gauge({
  name: "jangteo_database_waiting",
  help: "Requests waiting for a database connection",
  labelNames: ["module"],
  registers: [registry],
});
