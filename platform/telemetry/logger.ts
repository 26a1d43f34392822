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

const ACCESS_BUFFER_CHARACTERS = 8_192;
const ACCESS_FLUSH_MS = 250;

export interface AccessLog {
  /** One line for a request: what is said here is chosen by us and needs no censor. */
  line(fields: Record<string, unknown>): void;
  stop(): void;
}

/** Lines of the access log are written together: at the end of a process that is killed those of a quarter second are missing. */
export function createAccessLog(name: string, level: string): AccessLog {
  const destination = pino.destination({ sync: false });
  const isOn = pino({ level }, destination).isLevelEnabled("info");
  // As pino writes it; pino itself takes twice as long, for what a line of this log does not need.
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
