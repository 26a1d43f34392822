// PostgreSQL dies in the middle of mutations of accounts, sessions, apps and machines.
import { ACCOUNTS } from "./unavailable/mutations/accounts.ts";
import { testMutations } from "./unavailable/suite.ts";

testMutations(ACCOUNTS);
