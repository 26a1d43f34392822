import { interventionTable } from "../../../platform/postgres/interventions.ts";

/** In the sales of events, by platform staff. */
export const interventions = { name: "010-interventions", statements: interventionTable };
