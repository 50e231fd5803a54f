import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

/** Random bytes for 256 ids: a request to the random generator for each costs ten times as much as the rest of it. */
const pool = new Uint8Array(4_096);
const bytesPerId = 16;
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/** A new UUID, version 7: greater than all that this process has made, so that rows made in order are found in order. */
export function newId(): string {
  if (used + bytesPerId > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += bytesPerId));
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // Half of the 32 bits, so that the sequence does not overflow within the millisecond.
    sequence = ((random[6]! & 0x7f) << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]!;
  } else {
    sequence = (sequence + 1) | 0;
    if (sequence === 0) lastMs++;
  }
  return v7({ random, msecs: lastMs, seq: sequence });
}
