// GET /exports/organizations/<id>/ledger as .csv and .xlsx, for those who may read its statements by GraphQL.
import type { IncomingMessage } from "node:http";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import type { Route } from "../../../platform/http/http.ts";
import type { Caller } from "../../../platform/identity/identity.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { tableRoute } from "../../../platform/spreadsheets/routes.ts";
import { mayExportLedger } from "../access.ts";
import { ledgerPeriod } from "../inputs.ts";
import { ledgerRows } from "../queries/ledger-export.ts";

const PATH = /^\/exports\/organizations\/([^/]+)\/ledger$/;

export function ledgerRoute(database: Database, callerOf: (request: IncomingMessage) => Promise<Caller>): Route {
  return tableRoute("/exports/organizations/*", callerOf, ({ viewer, path, query }) => {
    const id = uuidOrNull(PATH.exec(path)?.[1] ?? "");
    if (!id || !mayExportLedger(viewer, id)) return undefined;
    return { name: `ledger-${id}`, pages: ledgerRows(database, id, parseInput(ledgerPeriod, query, "")) };
  });
}
