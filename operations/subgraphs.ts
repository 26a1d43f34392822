// All subgraphs by name, created from an environment: the only list of them in code.
import type { z } from "zod";
import type { Environment } from "../platform/core/config.ts";
import type { Subgraph } from "../platform/subgraph.ts";
import { catalogVariables, loadConfig as catalogConfig } from "../subgraphs/catalog/config.ts";
import { createCatalog } from "../subgraphs/catalog/subgraph.ts";
import { ordersVariables, loadConfig as ordersConfig } from "../subgraphs/orders/config.ts";
import { createOrders } from "../subgraphs/orders/subgraph.ts";
import { paymentsVariables, loadConfig as paymentsConfig } from "../subgraphs/payments/config.ts";
import { createPayments } from "../subgraphs/payments/subgraph.ts";
import { riskVariables, loadConfig as riskConfig } from "../subgraphs/risk/config.ts";
import { createRisk } from "../subgraphs/risk/subgraph.ts";
import { seatingVariables, loadConfig as seatingConfig } from "../subgraphs/seating/config.ts";
import { createSeating } from "../subgraphs/seating/subgraph.ts";
import { usersVariables, loadConfig as usersConfig } from "../subgraphs/users/config.ts";
import { createUsers } from "../subgraphs/users/subgraph.ts";

export const subgraphs: Record<string, (env: Environment) => Subgraph> = {
  users: (env) => createUsers(usersConfig(env)),
  catalog: (env) => createCatalog(catalogConfig(env)),
  seating: (env) => createSeating(seatingConfig(env)),
  orders: (env) => createOrders(ordersConfig(env)),
  payments: (env) => createPayments(paymentsConfig(env)),
  risk: (env) => createRisk(riskConfig(env)),
};

/** The variables that each reads. */
export const variablesOfSubgraphs: Record<string, Record<string, z.ZodType>> = {
  users: usersVariables,
  catalog: catalogVariables,
  seating: seatingVariables,
  orders: ordersVariables,
  payments: paymentsVariables,
  risk: riskVariables,
};
