import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";

/** Takes a response over from Fastify, with the headers that every response has. */
export function hijack(reply: FastifyReply): ServerResponse {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  return reply.raw;
}
