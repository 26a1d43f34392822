// PostgreSQL dies in the middle of mutations of halls, events, series and organizations.
import { EVENTS } from "./unavailable/mutations/events.ts";
import { testMutations } from "./unavailable/suite.ts";

testMutations(EVENTS);
