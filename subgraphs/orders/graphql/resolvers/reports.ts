// Resolvers of sales reports, and of projections: sales by day, purchases.
import { sumAsMoney } from "../../../../platform/core/money.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { mayReadAttendees, mayReadSales } from "../../access.ts";
import { organizationReportInput, salesReportInput } from "../../inputs.ts";
import { organizationOfEvent } from "../../queries/check-in.ts";
import { organizationReport, salesReport, type SalesReportRow } from "../../queries/sales-report.ts";
import type { Resolvers } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

/** More are in the export. */
const MOST_ROWS = 1_000;

const toRow = ({ eventId, gross, returned, fees, taxes, net, currency, ...row }: SalesReportRow) => ({
  ...row,
  event: eventId === null ? null : { id: eventId },
  grossSum: { amount: gross, currency },
  returnedSum: { amount: returned, currency },
  feesSum: { amount: fees, currency },
  taxesSum: { amount: taxes, currency },
  netSum: { amount: net, currency },
});

/** @param rows one more than there may be, if there are more */
const toReport = (rows: readonly SalesReportRow[]) => ({
  rows: rows.slice(0, MOST_ROWS).map(toRow),
  isComplete: rows.length <= MOST_ROWS,
});

export const reportResolvers = {
  Purchase: {
    order: async ({ orderId }, _, { loaders }) => (await loaders.order.load(orderId))!,
    event: ({ shownId }) => ({ id: shownId }),
    total: ({ total: amount, currency }) => ({ amount, currency }),
    returned: ({ returned: amount, currency }) => ({ amount, currency }),
  },
  SalesDay: {
    event: ({ eventId }) => ({ id: eventId }),
    gross: ({ gross, currency }) => sumAsMoney(gross, currency, "grossSum"),
    returned: ({ returned, currency }) => sumAsMoney(returned, currency, "returnedSum"),
    grossSum: ({ gross: amount, currency }) => ({ amount, currency }),
    returnedSum: ({ returned: amount, currency }) => ({ amount, currency }),
  },
  Event: {
    salesReport: async ({ id }, input, { database, viewer }) => {
      const eventId = uuidOrNull(id);
      const organizationId = eventId && viewer ? await organizationOfEvent(database, eventId) : undefined;
      if (!eventId || organizationId === undefined || !mayReadAttendees(viewer, { organizationId, eventId }))
        return null;
      const asked = parseInput(salesReportInput, input, "");
      return toReport(await salesReport(database, eventId, asked, MOST_ROWS + 1));
    },
  },
  Organization: {
    salesReport: async ({ id }, input, { database, viewer }) => {
      const organizationId = uuidOrNull(id);
      if (!organizationId || !mayReadSales(viewer, organizationId) || viewer?.eventIds) return null;
      const asked = parseInput(organizationReportInput, input, "");
      return toReport(await organizationReport(database, organizationId, asked, MOST_ROWS + 1));
    },
  },
} satisfies Resolvers<Context>;
