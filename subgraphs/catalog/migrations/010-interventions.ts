import { interventionTable } from "../../../platform/interventions.ts";

/** In the sales of events, by platform staff. */
export const interventions = { name: "010-interventions", statements: interventionTable };
