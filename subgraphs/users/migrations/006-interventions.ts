import { interventionTable } from "../../../platform/postgres/interventions.ts";

/** In organizations and accounts, by platform staff. */
export const interventions = { name: "006-interventions", statements: interventionTable };
