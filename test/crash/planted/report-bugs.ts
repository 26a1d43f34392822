// Bugs of reports.
import type { PlantedBug } from "./planted-bug.ts";

const DAYS = "subgraphs/orders/projections/sales-days.ts";
const tried = { story: "time zone" };

export const REPORT_BUGS: PlantedBug[] = [
  {
    what: "orders that no quarter of an hour counts",
    found: "Z1",
    changes: [
      {
        file: "subgraphs/orders/projections/sales.ts",
        from: "as starts_at, n.* from n`",
        to: "as starts_at, n.* from n where orders = 0`",
      },
    ],
    tried,
  },
  {
    what: "a recount that removes days and adds none",
    found: "Z2",
    changes: [
      {
        file: DAYS,
        from: `  if (zone.timeZone !== "UTC") await addDays(tx, organizationId, zone.timeZone);\n`,
        to: ``,
      },
    ],
    tried,
  },
  {
    what: "a time zone that keeps its first value",
    found: "Z2",
    changes: [
      {
        file: "subgraphs/orders/projections/organization-zones.ts",
        from: `        .whereRef("organization_zone.version", "<", "excluded.version"),\n`,
        to: `        .whereRef("organization_zone.version", ">", "excluded.version"),\n`,
      },
    ],
    tried,
  },
];
