// Structured logs, one JSON object a line. What must never be logged is censored here once, whoever logs it.
import { pino, type Logger } from "pino";
import { correlationId, currentSpan } from "./correlation.ts";

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

const ACCESS_BUFFER_BYTES = 4_096;
const ACCESS_FLUSH_MS = 250;

export interface AccessLog {
  /** One line for a request: what is said here is chosen by us and needs no censor. */
  line(fields: Record<string, unknown>): void;
  stop(): void;
}

/** Lines of the access log are written together: at the end of a process that is killed those of a quarter second are missing. */
export function createAccessLog(process: string, level: string): AccessLog {
  const destination = pino.destination({ sync: false, minLength: ACCESS_BUFFER_BYTES });
  const logger = pino({ level, base: { process }, mixin }, destination);
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    destination.flush();
  };
  return {
    line: (fields) => {
      logger.info(fields, "request");
      timer ??= setTimeout(flush, ACCESS_FLUSH_MS).unref();
    },
    stop: () => {
      clearTimeout(timer);
      flush();
    },
  };
}

const mixin = () => {
  const id = correlationId();
  const span = currentSpan();
  return { ...(id ? { correlationId: id } : {}), ...(span ? { traceId: span.traceId } : {}) };
};

export function createLogger(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    mixin,
  });
}
