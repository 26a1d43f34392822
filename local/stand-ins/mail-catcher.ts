// Mail catcher: a mail server for development and tests, which delivers nothing, and has a page that shows received mail. maildev 3.0.0
// does the same with 267 packages of 112 MB, a fifth of what all others take; smtp-server takes 0.6 MB.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { escapeHtml } from "../../platform/http/html.ts";
import { healthRoutes } from "../../platform/http/health.ts";
import { listen, sendJson, type Handler } from "../../platform/http/http.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";

export interface MailCatcherOptions {
  host: string;
  smtpPort: number;
  webPort: number;
  /** Folder of persisted mails; default: in memory. */
  dir?: string;
  logLevel: string;
}

export interface CaughtMail {
  to: string[];
  raw: Buffer;
}

export interface RunningMailCatcher {
  smtpUrl: string;
  webUrl: string;
  mails(): CaughtMail[];
  /** Refuses every mail with this SMTP code from now on; null: accepts. */
  refuse(code: number | null): void;
  stop(): Promise<void>;
}

/** Older ones are deleted. */
const MOST_KEPT = 500;

export async function startMailCatcher(options: MailCatcherOptions): Promise<RunningMailCatcher> {
  const { host, dir, logLevel } = options;
  const kept = dir ? readKept(dir) : [];
  let count = kept.length;
  let refusal: number | null = null;

  function keep(mail: CaughtMail): void {
    kept.push(mail);
    if (kept.length > MOST_KEPT) kept.shift();
    if (!dir) return;
    writeFileSync(path.join(dir, `${String(++count).padStart(9, "0")}.eml`), mail.raw);
    for (const old of filesIn(dir).slice(0, -MOST_KEPT)) rmSync(path.join(dir, old));
  }

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _, callback) =>
      refusal === null
        ? callback()
        : callback(Object.assign(new Error(`<${address}> is refused`), { responseCode: refusal })),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        keep({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
        callback();
      });
    },
  });
  const smtpPort = await new Promise<number>((resolve, reject) => {
    smtp.on("error", reject);
    const server = smtp.listen(options.smtpPort, host, () => resolve((server.address() as { port: number }).port));
  });

  const list: Handler = async (_, response) => {
    const mails = await Promise.all(kept.map(({ raw }) => PostalMime.parse(raw)));
    const items = mails.map(
      ({ subject, to, date }, index) =>
        `<li><a href="/mails/${index}">${escapeHtml(subject ?? "")}</a> to ${escapeHtml(to?.map(({ address }) => address).join(", ") ?? "")}, ${escapeHtml(date ?? "")}</li>`,
    );
    sendPage(response, `<h1>Mail</h1><ol reversed>${items.reverse().join("")}</ol>`);
  };
  const mail: Handler = async (_, response, url) => {
    const [, , index = "", part, name = ""] = url.pathname.split("/");
    const found = /^\d+$/.test(index) ? kept[Number(index)] : undefined;
    if (!found) return sendJson(response, 404, { error: "There is no such mail." });
    const parsed = await PostalMime.parse(found.raw);
    const attachment = part === "attachments" ? parsed.attachments[Number(name)] : undefined;
    if (attachment) {
      response.writeHead(200, { "content-type": attachment.mimeType, "x-content-type-options": "nosniff" });
      return void response.end(Buffer.from(attachment.content as ArrayBuffer));
    }
    if (part === "html") return sendPage(response, parsed.html ?? "");
    sendPage(response, pageOf(parsed, index));
  };
  const web = await listen({
    host,
    port: options.webPort,
    logger: createLogger("mail", logLevel),
    routes: [
      { method: "GET", path: "/", handle: list },
      { method: "GET", path: "/mails/*", handle: mail },
      ...healthRoutes(),
    ],
  });
  return {
    smtpUrl: `smtp://${host}:${smtpPort}`,
    webUrl: `http://${host}:${web.port}`,
    mails: () => [...kept],
    refuse: (code) => void (refusal = code),
    stop: async () => {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await web.stop();
    },
  };
}

function filesIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(".eml"))
    .sort();
}

function readKept(dir: string): CaughtMail[] {
  mkdirSync(dir, { recursive: true });
  return filesIn(dir).map((file) => ({ to: [], raw: readFileSync(path.join(dir, file)) }));
}

function pageOf({ subject, text, attachments }: Email, index: string): string {
  const files = attachments.map(
    ({ filename }, no) => `<li><a href="/mails/${index}/attachments/${no}">${escapeHtml(filename ?? "file")}</a></li>`,
  );
  return (
    `<h1>${escapeHtml(subject ?? "")}</h1><iframe sandbox src="/mails/${index}/html" width="100%" height="600"></iframe>` +
    `<ul>${files.join("")}</ul><pre>${escapeHtml(text ?? "")}</pre><p><a href="/">All</a></p>`
  );
}

/** Untrusted mail may run no scripts and send no requests. */
function sendPage(response: Parameters<Handler>[1], body: string): void {
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:",
  });
  response.end(`<!doctype html><meta charset="utf-8"><title>Mail</title>${body}`);
}
