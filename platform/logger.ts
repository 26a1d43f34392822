// Structured logs, one JSON object a line. What must never be logged is censored here once, whoever logs it.
import { pino, type Logger } from "pino";
import { correlationId } from "./correlation.ts";

export type { Logger };

const SECRETS = [
  "password",
  "token",
  "accessToken",
  "refreshToken",
  "authorization",
  "cookie",
  "email",
  "paymentMethod",
  "secret",
  "code",
];

export function createLogger(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    mixin: () => {
      const id = correlationId();
      return id ? { correlationId: id } : {};
    },
  });
}
