// GET /exports/<id>: the parts of an export as one ZIP file, for the person alone. Each part is read, unsealed and written before the next.
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { sendJson, type Route } from "../../../platform/http/http.ts";
import type { Caller } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { ExportSeal } from "../credentials/export-seal.ts";
import { readmeFor } from "../notifications/personal-data-texts.ts";
import { findExportOwner, partsOf } from "../queries/data-exports.ts";

const PREFIX = "/exports/";

export function exportRoute(
  database: Database,
  callerOf: (request: IncomingMessage) => Promise<Caller>,
  exportSeal: ExportSeal,
): Route {
  return {
    method: "GET",
    path: `${PREFIX}*`,
    handle: async (request, response, url) => {
      const caller = await callerOf(request);
      const viewer = caller.kind === "gateway" ? caller.viewer : null;
      if (!viewer) return sendJson(response, 401, { error: "Sign in first." });
      const id = uuidOrNull(url.pathname.slice(PREFIX.length));
      const owner = id ? await findExportOwner(database, id) : undefined;
      if (!id || !owner?.readyAt || owner.userId !== viewer.userId || viewer.scopes)
        return sendJson(response, 404, { error: "There is no such export, or it is not ready." });
      response.writeHead(200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="export-${id}.zip"`,
        "cache-control": "no-store",
      });
      await writeZip(response, database, exportSeal, id, readmeFor(owner.preferences.locale ?? "en"));
    },
  };
}

async function writeZip(
  response: ServerResponse,
  database: Database,
  exportSeal: ExportSeal,
  exportId: string,
  readme: string,
): Promise<void> {
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    failed ??= error ?? undefined;
    if (!error) response.write(chunk);
  });
  const open = (name: string) => {
    const file = new ZipDeflate(name);
    zip.add(file);
    return file;
  };
  open("README.txt").push(strToU8(readme), true);
  let current: { name: string; file: ZipDeflate; isEmpty: boolean } | undefined;
  const end = () => current?.file.push(strToU8("\n]\n"), true);
  for await (const { subgraph, tableName, sealed } of partsOf(database, exportId)) {
    const name = `${subgraph}/${tableName}.json`;
    if (current?.name !== name) {
      end();
      current = { name, file: open(name), isEmpty: true };
      current.file.push(strToU8("["));
    }
    for (const row of JSON.parse(await exportSeal.unseal(sealed)) as unknown[]) {
      current.file.push(strToU8(`${current.isEmpty ? "" : ","}\n${JSON.stringify(row)}`));
      current.isEmpty = false;
    }
    if (response.destroyed) return;
    if (response.writableNeedDrain) await drained(response);
  }
  end();
  zip.end();
  if (failed) throw failed;
  response.end();
}

/** Also resolves if the client disconnects. Leaves no listeners behind. */
async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]);
  over.abort();
}
