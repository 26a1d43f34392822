// PostgreSQL dies in the middle of mutations of holds, orders, payments, tickets and gates.
import { SALES } from "./unavailable/mutations/sales.ts";
import { WAITING } from "./unavailable/mutations/waiting.ts";
import { testMutations } from "./unavailable/suite.ts";

testMutations({ ...SALES, ...WAITING });
