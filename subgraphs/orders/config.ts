import { readFileSync } from "node:fs";
import { z } from "zod";
import { readEnvironment, seconds, subgraphVariables, url, type Environment } from "../../platform/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface OrdersConfig extends SubgraphConfig {
  seatingUrl: string;
  /** Private Ed25519 key in PEM that ticket codes are signed with. */
  ticketKey: string;
  paymentSeconds: number;
  assessmentSeconds: number;
  reviewSeconds: number;
  /** After so long in one step of being settled an order is stuck. */
  stuckSeconds: number;
}

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): OrdersConfig {
  const variables = readEnvironment(env, {
    ...subgraphVariables("orders"),
    SEATING_URL: url(["http", "https"]),
    ORDERS_TICKET_KEY_FILE: z.string("is missing"),
    ORDERS_PAYMENT_SECONDS: seconds.default(900),
    ORDERS_ASSESSMENT_SECONDS: seconds.default(60),
    ORDERS_REVIEW_SECONDS: seconds.default(86_400),
    ORDERS_STUCK_SECONDS: seconds.default(900),
  });
  return {
    ...subgraphConfig("orders", variables),
    seatingUrl: variables.SEATING_URL,
    ticketKey: readFileSync(variables.ORDERS_TICKET_KEY_FILE, "utf8"),
    paymentSeconds: variables.ORDERS_PAYMENT_SECONDS,
    assessmentSeconds: variables.ORDERS_ASSESSMENT_SECONDS,
    reviewSeconds: variables.ORDERS_REVIEW_SECONDS,
    stuckSeconds: variables.ORDERS_STUCK_SECONDS,
  };
}
