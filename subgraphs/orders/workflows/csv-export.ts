// GET /exports/organizations/<id>/orders.csv, /exports/organizations/<id>/sales.csv and /exports/events/<id>/attendees.csv, for those who may
// read the same by GraphQL.
import type { IncomingMessage, ServerResponse } from "node:http";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { drained, sendJson, type Route } from "../../../platform/http/http.ts";
import type { Caller, Viewer } from "../../../platform/identity/identity.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { mayExportAttendees, mayExportSales } from "../access.ts";
import { attendeeSearchInput, orderSearchInput } from "../inputs.ts";
import { BYTE_ORDER_MARK, csvLine, type Cell } from "../notifications/csv.ts";
import { organizationOfEvent } from "../queries/check-in.ts";
import { attendeeRows, orderRows, salesRows } from "../queries/exports.ts";

const PATH = /^\/exports\/(?:organizations\/([^/]+)\/(orders|sales)|events\/([^/]+)\/(attendees))\.csv$/;
const UNKNOWN_EVENT = "00000000-0000-0000-0000-000000000000";

type Rows = AsyncIterable<Cell[][]>;

/** Undefined for what does not exist and for what the viewer may not read: nobody learns which. */
async function rowsOf(database: Database, viewer: Viewer, url: URL): Promise<Rows | undefined> {
  const [, organization, kind, event] = PATH.exec(url.pathname) ?? [];
  const organizationId = uuidOrNull(organization ?? "");
  if (organizationId) {
    if (!mayExportSales(viewer, organizationId)) return undefined;
    const given = url.searchParams.get("eventId");
    const eventId = given === null ? null : (uuidOrNull(given) ?? UNKNOWN_EVENT);
    if (kind === "sales") return salesRows(database, organizationId, { eventId });
    return orderRows(database, organizationId, orderSearchInput.parse({ eventId }));
  }
  const eventId = uuidOrNull(event ?? "");
  const owner = eventId ? await organizationOfEvent(database, eventId) : undefined;
  if (!eventId || !owner || !mayExportAttendees(viewer, { organizationId: owner, eventId })) return undefined;
  return attendeeRows(database, eventId, attendeeSearchInput.parse({}));
}

function csvRoute(path: string, database: Database, callerOf: (request: IncomingMessage) => Promise<Caller>): Route {
  return {
    method: "GET",
    path,
    handle: async (request, response, url) => {
      const caller = await callerOf(request);
      const viewer = caller.kind === "gateway" ? caller.viewer : null;
      if (!viewer) return sendJson(response, 401, { error: "Sign in first." });
      const found = await rowsOf(database, viewer, url);
      if (!found) return sendJson(response, 404, { error: "There is no such export." });
      const [, , , id, file] = url.pathname.split("/");
      response.writeHead(200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${file!.replace(".csv", "")}-${id}.csv"`,
        "cache-control": "no-store",
      });
      await write(response, found);
    },
  };
}

export function csvRoutes(database: Database, callerOf: (request: IncomingMessage) => Promise<Caller>): Route[] {
  return ["/exports/organizations/*", "/exports/events/*"].map((path) => csvRoute(path, database, callerOf));
}

async function write(response: ServerResponse, found: Rows): Promise<void> {
  response.write(BYTE_ORDER_MARK);
  try {
    for await (const page of found) {
      response.write(page.map(csvLine).join(""));
      if (response.destroyed) return;
      if (response.writableNeedDrain) await drained(response);
    }
    response.end();
  } catch (error) {
    // The client sees that the file is incomplete.
    response.destroy();
    throw error;
  }
}
