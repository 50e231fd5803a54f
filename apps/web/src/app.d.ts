import type { IncomingMessage } from "node:http";
import type { Visit } from "#lib/server/visit.ts";

declare global {
  namespace App {
    interface Error {
      message: string;
      /** The API's own, where it refused. */
      code?: string;
    }
    interface Locals {
      visit: Visit;
    }
    interface Platform {
      req: IncomingMessage;
    }
  }
}
