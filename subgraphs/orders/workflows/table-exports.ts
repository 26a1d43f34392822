// GET /exports/organizations/<id>/orders, /exports/organizations/<id>/sales, /exports/events/<id>/attendees and /exports/events/<id>/sales, each as
// .csv and .xlsx, for those who may read the same by GraphQL.
import type { IncomingMessage } from "node:http";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import type { Route } from "../../../platform/http/http.ts";
import type { Caller } from "../../../platform/identity/identity.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { tableRoute, type Table, type Wanted } from "../../../platform/spreadsheets/routes.ts";
import { mayExportAttendees, mayExportSales } from "../access.ts";
import {
  attendeeSearchInput,
  ordersExportInput,
  orderSearchInput,
  salesExportInput,
  salesReportExportInput,
  salesReportInput,
} from "../inputs.ts";
import { organizationOfEvent } from "../queries/check-in.ts";
import { attendeeRows, orderRows, salesReportRows, salesRows } from "../queries/exports.ts";

const OF_ORGANIZATION = /^\/exports\/organizations\/([^/]+)\/(orders|sales)$/;
const OF_EVENT = /^\/exports\/events\/([^/]+)\/(attendees|sales)$/;

async function ofOrganization(database: Database, { viewer, path, query }: Wanted): Promise<Table | undefined> {
  const [, given = "", kind] = OF_ORGANIZATION.exec(path) ?? [];
  const id = uuidOrNull(given);
  if (!id || !mayExportSales(viewer, id)) return undefined;
  const pages =
    kind === "sales"
      ? salesRows(database, id, parseInput(salesExportInput, query, ""))
      : orderRows(database, id, orderSearchInput.parse(parseInput(ordersExportInput, query, "")));
  return { name: `${kind}-${id}`, pages };
}

async function ofEvent(database: Database, { viewer, path, query }: Wanted): Promise<Table | undefined> {
  const [, given = "", kind] = OF_EVENT.exec(path) ?? [];
  const eventId = uuidOrNull(given);
  const organizationId = eventId ? await organizationOfEvent(database, eventId) : undefined;
  if (!eventId || !organizationId || !mayExportAttendees(viewer, { organizationId, eventId })) return undefined;
  const pages =
    kind === "sales"
      ? salesReportRows(database, eventId, salesReportInput.parse(parseInput(salesReportExportInput, query, "")))
      : attendeeRows(database, eventId, attendeeSearchInput.parse({}));
  return { name: `${kind}-${eventId}`, pages };
}

export function exportRoutes(database: Database, callerOf: (request: IncomingMessage) => Promise<Caller>): Route[] {
  return [
    tableRoute("/exports/organizations/*", callerOf, (wanted) => ofOrganization(database, wanted)),
    tableRoute("/exports/events/*", callerOf, (wanted) => ofEvent(database, wanted)),
  ];
}
