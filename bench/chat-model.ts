import { parseArgs } from "node:util";

/**
 * How many machines a chat of so many users takes: measured costs (docs/benchmarks.md) times assumed habits. Every
 * figure can be given as an option; what comes out is an estimate of CPU, with nothing for failure or growth.
 */

/** Microseconds of CPU on one core, from `npm run bench -- chat`. */
export type Costs = {
  pingMicros: number;
  sendMicros: number;
  pushMicros: number;
  hearMicros: number;
  /** The database's part of storing a message. */
  insertMicros: number;
};
/** Habits, assumed. */
export type Habits = {
  users: number;
  /** Share of the users that are connected at the busiest hour. */
  onlineShare: number;
  messagesPerUserAndDay: number;
  /** How much busier the busiest second is than the mean one. */
  peakFactor: number;
  /** Sockets that a message goes to. */
  listeners: number;
  heartbeatSeconds: number;
  socketsPerCopy: number;
  /** Share of a core that a copy may use. */
  load: number;
};
export type Estimate = {
  sockets: number;
  messagesPerSecond: number;
  copies: number;
  /** Cores that storing takes, over all databases. */
  databaseCores: number;
  /** Share of each copy that goes into hearing of what is not its own. Near 1 nothing is left: cut rooms into cells. */
  hearingShare: number;
};

/** Copies are found by fixed point: each hears every message, so more copies mean more hearing. */
export function estimate(costs: Costs, habits: Habits): Estimate {
  const sockets = habits.users * habits.onlineShare;
  const messagesPerSecond = ((habits.users * habits.messagesPerUserAndDay) / 86_400) * habits.peakFactor;
  const hearing = (messagesPerSecond * costs.hearMicros) / 1e6;
  const own =
    ((sockets / habits.heartbeatSeconds) * costs.pingMicros +
      messagesPerSecond * (costs.sendMicros + habits.listeners * costs.pushMicros)) /
    1e6;
  const left = habits.load - hearing;
  const copies = left <= 0 ? Number.POSITIVE_INFINITY : Math.max(1, own / left, sockets / habits.socketsPerCopy);
  return {
    sockets,
    messagesPerSecond,
    copies: Math.ceil(copies),
    databaseCores: (messagesPerSecond * costs.insertMicros) / 1e6,
    hearingShare: hearing,
  };
}

if (import.meta.main) {
  const number = (value: string) => ({ type: "string", default: value }) as const;
  const { values } = parseArgs({
    options: {
      "ping-us": number("10.5"),
      "send-us": number("37.8"),
      "push-us": number("5.2"),
      "hear-us": number("1.8"),
      "insert-us": number("33"),
      online: number("0.05"),
      messages: number("10"),
      peak: number("4"),
      listeners: number("2"),
      heartbeat: number("25"),
      "sockets-per-copy": number("20000"),
      load: number("0.6"),
    },
  });
  const costs: Costs = {
    pingMicros: Number(values["ping-us"]),
    sendMicros: Number(values["send-us"]),
    pushMicros: Number(values["push-us"]),
    hearMicros: Number(values["hear-us"]),
    insertMicros: Number(values["insert-us"]),
  };
  console.log(
    `\n  ${"users".padStart(12)} ${"sockets".padStart(11)} ${"messages/s".padStart(11)} ${"copies".padStart(8)} ${"database cores".padStart(15)} ${"hearing, of a copy".padStart(19)}`,
  );
  for (const users of [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]) {
    const result = estimate(costs, {
      users,
      onlineShare: Number(values.online),
      messagesPerUserAndDay: Number(values.messages),
      peakFactor: Number(values.peak),
      listeners: Number(values.listeners),
      heartbeatSeconds: Number(values.heartbeat),
      socketsPerCopy: Number(values["sockets-per-copy"]),
      load: Number(values.load),
    });
    const show = (value: number, digits = 0) => value.toLocaleString("en-US", { maximumFractionDigits: digits });
    const copies = Number.isFinite(result.copies) ? show(result.copies) : "cells";
    console.log(
      `  ${show(users).padStart(12)} ${show(result.sockets).padStart(11)} ${show(result.messagesPerSecond).padStart(11)} ${copies.padStart(8)} ${show(result.databaseCores, 1).padStart(15)} ${`${show(result.hearingShare * 100, 1)} %`.padStart(19)}`,
    );
  }
  console.log(
    '\n  Costs are measured; habits are assumed; each is an option (--online 0.1). "cells": hearing alone fills a copy, so rooms\n  have to be divided among groups of copies that do not hear each other.\n',
  );
}
