// The variables that `npm start`, `npm run dev` and the operators' commands read besides those of their processes.
import { z } from "zod";
import { onOff, port } from "../platform/core/config.ts";

export const systemVariables = {
  DATA_DIR: z.string().default(".data").describe("folder of databases, keys, archives, logs and process ids"),
  PORT_BASE: port
    .optional()
    .describe(
      "base of all ports that are not set: gateway at this port, users at + 1, storefront at + 39, PostgreSQL at + 40, Redis at + 41",
    ),
  POSTGRES_PORT: port.optional().describe("port of the embedded PostgreSQL"),
  REDIS_PORT: port.optional().describe("port of the embedded Redis"),
  PUBLIC_GATEWAY_PORT: port.optional().describe("port of the gateway that serves the contract `public`"),
  REDIS_CACHE_DIR: z
    .string()
    .default(".data/cache/redis")
    .describe("folder of a Redis from the distribution's packages"),
  REGISTRY: onOff.default("on").describe("whether a schema registry and the public gateway run"),
  STOREFRONT: onOff.default("on").describe("whether the storefront is built and runs"),
  MAIL_CATCHER: onOff
    .default("on")
    .describe("whether the mail catcher runs; with `off` and without `SMTP_URL` no mail is sent"),
};
