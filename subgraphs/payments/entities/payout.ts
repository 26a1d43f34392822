import { entity } from "../../../platform/postgres/entities.ts";

/** A transfer to an organization, as platform staff recorded it. Its ID is the group of its ledger entries. */
export const PayoutEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Payout",
    tableName: "payout",
    uniques: [{ properties: ["organizationId", "reference"] }],
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      /** In minor units. */
      amount: p.integer(),
      currency: p.text(),
      /** Start of the period that is settled (inclusive); null for all that came before its end. */
      startsAt: p.datetime().nullable(),
      /** End of the period that is settled (exclusive). */
      until: p.datetime(),
      reference: p.text(),
      recordedAt: p.datetime(),
      returnedAt: p.datetime().nullable(),
      returnReason: p.text().nullable(),
    },
  }),
);

export interface Payout {
  id: string;
  organizationId: string;
  amount: number;
  currency: string;
  startsAt: Date | null;
  until: Date;
  reference: string;
  recordedAt: Date;
  returnedAt: Date | null;
  returnReason: string | null;
}
