// Mail over SMTP (RFC 5321). Errors contain no addresses, which mail servers often repeat in their answers.
import type { createTransport } from "nodemailer";
import { z } from "zod";
import { ConfigError, url } from "./core/config.ts";

export interface Mail {
  /** The same for every attempt, so that duplicates can be recognized. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: Buffer | string }[];
  /** URL that ends such mail with one POST (RFC 8058). */
  unsubscribeUrl?: string | undefined;
}

export interface MailConfig {
  /** smtp:// or smtps://, with user and password if the server wants them. */
  url: string;
  /** Sender, as `Name <address>`. */
  from: string;
}

/** The variables of a process that sends mail. */
export const mailVariables = {
  SMTP_URL: url(["smtp", "smtps"]).optional().describe("mail server; without it no mail is sent"),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, "must be an address, or Name <address>")
    .optional()
    .describe("sender of mail, as `Name <address>`; required with `SMTP_URL`"),
} as const;

/** Null without a mail server. @throws ConfigError for a mail server without a sender. */
export function mailConfig(variables: {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
}): MailConfig | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = variables;
  if (smtpUrl === undefined) return null;
  if (from === undefined) throw new ConfigError("MAIL_FROM is required with SMTP_URL: set the sender of mail");
  return { url: smtpUrl, from };
}

export interface Mailer {
  /** @throws MailRefused; Error for failures that may be retried */
  send(mail: Mail): Promise<void>;
  stop(): void;
}

/** The server refused this mail permanently. */
export class MailRefused extends Error {}

const TIMEOUT_MS = 10_000;

export function createMailer({ url, from }: MailConfig): Mailer {
  const options = {
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
  let opened: Promise<ReturnType<typeof createTransport>> | undefined;
  // Loaded with the first mail.
  const transport = () => (opened ??= import("nodemailer").then((library) => library.createTransport(options)));
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  return {
    send: async ({ id, unsubscribeUrl, ...mail }) => {
      const headers = unsubscribeUrl === undefined ? {} : unsubscribeHeaders(unsubscribeUrl);
      try {
        await (await transport()).sendMail({ ...mail, headers, from, messageId: `<${id}@${domain}>` });
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string };
        const why = `The mail server answered ${responseCode ?? code ?? "nothing"}.`;
        throw responseCode !== undefined && responseCode >= 500 ? new MailRefused(why) : new Error(why);
      }
    },
    stop: () => void opened?.then((one) => one.close()),
  };
}

function unsubscribeHeaders(unsubscribeUrl: string) {
  return {
    "List-Unsubscribe": { prepared: true, value: `<${new URL(unsubscribeUrl).href}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
