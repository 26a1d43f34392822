// GET /exports/audit/<organization or "platform">: entries of an audit log as NDJSON, oldest first, for those who may read it. Each line is an entry
// in its canonical form, with its hash, so that `npm run verify-audit` can check the file.
import type { IncomingMessage, ServerResponse } from "node:http";
import { canonical, PLATFORM_CHAIN, type HashedEntry } from "../../../platform/audit/chain.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { drained, sendJson, type Route } from "../../../platform/http/http.ts";
import type { Caller } from "../../../platform/identity/identity.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { mayReadAudit, mayReadPlatformAudit } from "../access.ts";
import { entriesOfChain } from "../queries/audit-log.ts";

const PREFIX = "/exports/audit/";

export function auditExportRoute(database: Database, callerOf: (request: IncomingMessage) => Promise<Caller>): Route {
  return {
    method: "GET",
    path: `${PREFIX}*`,
    handle: async (request, response, url) => {
      const caller = await callerOf(request);
      const viewer = caller.kind === "gateway" ? caller.viewer : null;
      if (!viewer) return sendJson(response, 401, { error: "Sign in first." });
      const named = url.pathname.slice(PREFIX.length);
      const chain = named === PLATFORM_CHAIN ? named : uuidOrNull(named);
      const isReadable = chain === PLATFORM_CHAIN ? mayReadPlatformAudit(viewer) : chain && mayReadAudit(viewer, chain);
      if (!chain || !isReadable) return sendJson(response, 404, { error: "There is no such audit log." });
      const after = url.searchParams.get("after") ?? "0";
      if (!/^\d{1,15}$/.test(after))
        return sendJson(response, 400, { error: "`after` must be the `seq` of an entry." });
      response.writeHead(200, {
        "content-type": "application/x-ndjson",
        "content-disposition": `attachment; filename="audit-${chain}.ndjson"`,
        "cache-control": "no-store",
      });
      await write(response, entriesOfChain(database, chain, Number(after), MOST));
    },
  };
}

/** Entries in one response: some 60 MB. */
const MOST = 100_000;

async function write(response: ServerResponse, entries: AsyncIterable<HashedEntry>): Promise<void> {
  for await (const entry of entries) {
    response.write(`${canonical(entry)}\n`);
    if (response.destroyed) return;
    if (response.writableNeedDrain) await drained(response);
  }
  response.end();
}
