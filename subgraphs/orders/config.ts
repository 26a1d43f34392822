import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  publicUrl,
  readEnvironment,
  seconds,
  subgraphVariables,
  url,
  type Environment,
} from "../../platform/core/config.ts";
import { mailConfig, mailVariables, type MailConfig } from "../../platform/mail.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface OrdersConfig extends SubgraphConfig {
  seatingUrl: string;
  usersUrl: string;
  /** Base of links in letters; null: letters have no links. */
  publicUrl: string | null;
  /** Null: no mail is sent. */
  mail: MailConfig | null;
  /** Private Ed25519 key in PEM that ticket codes are signed with. */
  ticketKey: string;
  /** Folder of fonts for scripts that the built-in ones lack. It may be missing. */
  ticketFonts: string;
  paymentSeconds: number;
  assessmentSeconds: number;
  reviewSeconds: number;
  /** Time in one step of settlement after which an order counts as stuck. */
  stuckSeconds: number;
  /** Time after a change of an event in which further changes become part of the same letter. */
  changeLetterSeconds: number;
}

export const ordersVariables = {
  ...subgraphVariables("orders"),
  SEATING_URL: url(["http", "https"]),
  USERS_URL: url(["http", "https"]),
  PUBLIC_URL: publicUrl,
  ...mailVariables,
  ORDERS_TICKET_KEY_FILE: z.string("is missing").describe("private Ed25519 key (PEM) that signs ticket codes"),
  // Path of Debian's package fonts-droid-fallback.
  TICKET_FONTS: z
    .string()
    .default("/usr/share/fonts-droid-fallback/truetype")
    .describe("folder of fonts for scripts that the built-in ones lack, such as Chinese, Japanese and Korean"),
  ORDERS_PAYMENT_SECONDS: seconds.default(900).describe("time that an order waits for its payment"),
  ORDERS_ASSESSMENT_SECONDS: seconds
    .default(60)
    .describe("time that an order waits for its assessment before a person decides"),
  ORDERS_REVIEW_SECONDS: seconds.default(86_400).describe("time that a review may take"),
  ORDERS_STUCK_SECONDS: seconds
    .default(900)
    .describe("time in one step of settlement after which an order counts as stuck"),
  ORDERS_CHANGE_LETTER_SECONDS: seconds
    .default(300)
    .describe("time after a change of an event in which further changes become part of the same letter"),
};

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): OrdersConfig {
  const variables = readEnvironment(env, ordersVariables);
  return {
    ...subgraphConfig("orders", variables),
    seatingUrl: variables.SEATING_URL,
    usersUrl: variables.USERS_URL,
    publicUrl: variables.PUBLIC_URL ?? null,
    mail: mailConfig(variables),
    ticketKey: readFileSync(variables.ORDERS_TICKET_KEY_FILE, "utf8"),
    ticketFonts: variables.TICKET_FONTS,
    paymentSeconds: variables.ORDERS_PAYMENT_SECONDS,
    assessmentSeconds: variables.ORDERS_ASSESSMENT_SECONDS,
    reviewSeconds: variables.ORDERS_REVIEW_SECONDS,
    stuckSeconds: variables.ORDERS_STUCK_SECONDS,
    changeLetterSeconds: variables.ORDERS_CHANGE_LETTER_SECONDS,
  };
}
