// Structured logs, one JSON object a line. Secrets are redacted here, for all callers.
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

const ACCESS_BUFFER_CHARACTERS = 8_192;
const ACCESS_FLUSH_MS = 250;

export interface AccessLog {
  /** One line for a request: its fields are fixed and need no redaction. */
  line(fields: Record<string, unknown>): void;
  stop(): void;
}

/** Lines of the access log are written together: at the end of a process that is killed those of a quarter second are missing. */
export function createAccessLog(name: string, level: string): AccessLog {
  const destination = pino.destination({ sync: false });
  const isOn = pino({ level }, destination).isLevelEnabled("info");
  // pino's format; pino itself takes twice as long, for features that this log does not need.
  const head = `{"level":${pino.levels.values.info},"time":`;
  const base = `,"process":${JSON.stringify(name)},`;
  let lines = "";
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (lines !== "") destination.write(lines);
    lines = "";
  };
  const end = () => {
    write();
    destination.flushSync();
  };
  process.once("exit", end);
  return {
    line: (fields) => {
      if (!isOn) return;
      const rest = JSON.stringify({ ...mixin(), ...fields, msg: "request" }).slice(1);
      lines += `${head}${Date.now()}${base}${rest}\n`;
      if (lines.length >= ACCESS_BUFFER_CHARACTERS) write();
      else timer ??= setTimeout(write, ACCESS_FLUSH_MS).unref();
    },
    stop: () => {
      process.off("exit", end);
      write();
      destination.flush();
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
