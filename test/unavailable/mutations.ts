// Every mutation, asked so that it succeeds.
import { ACCOUNTS } from "./mutations/accounts.ts";
import type { Mutations } from "./mutations/asked.ts";
import { EVENTS } from "./mutations/events.ts";
import { SALES } from "./mutations/sales.ts";
import { WAITING } from "./mutations/waiting.ts";

export const MUTATIONS: Mutations = { ...SALES, ...WAITING, ...EVENTS, ...ACCOUNTS };
