// Resolvers of sales reports.
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { mayReadAttendees } from "../../access.ts";
import { salesReportInput } from "../../inputs.ts";
import { organizationOfEvent } from "../../queries/check-in.ts";
import { salesReport, type SalesReportRow } from "../../queries/sales-report.ts";
import type { Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

/** More are in the export. */
const MOST_ROWS = 1_000;

const toRow = ({ gross, returned, currency, ...row }: SalesReportRow) => ({
  ...row,
  grossSum: { amount: gross, currency },
  returnedSum: { amount: returned, currency },
});

export const reportResolvers = {
  Event: {
    salesReport: async ({ id }, input, { database, viewer }) => {
      const eventId = uuidOrNull(id);
      const organizationId = eventId && viewer ? await organizationOfEvent(database, eventId) : undefined;
      if (!eventId || organizationId === undefined || !mayReadAttendees(viewer, { organizationId, eventId }))
        return null;
      const rows = await salesReport(database, eventId, parseInput(salesReportInput, input, ""), MOST_ROWS + 1);
      return { rows: rows.slice(0, MOST_ROWS).map(toRow), isComplete: rows.length <= MOST_ROWS };
    },
  },
} satisfies Resolvers<Context>;
