import "./without-option-checks.ts";

/** The Kafka client, which is imported from here alone. */
export * from "@platformatic/kafka";
