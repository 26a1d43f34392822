// Tables as files: CSV for machines, XLSX for spreadsheets. Rows are written as they are read, so a file of any length needs little memory.
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";
import { decimal, isAmount, type Cell, type Pages } from "./table.ts";

export const FORMATS = ["csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function* csvOf(pages: Pages): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const page of pages) yield page.map(csvLine).join("");
}

/** XLSX has types, so a text is never a formula. Times are in UTC. */
const cellOf = (cell: Cell) => (isAmount(cell) ? Number(decimal(cell)) : (cell ?? null));

async function* rowsOf(pages: Pages) {
  for await (const page of pages) for (const row of page) yield row.map(cellOf);
}

async function xlsxOf(pages: Pages): Promise<Readable> {
  const { writeXlsxStream } = await import("hucre/xlsx");
  const file = writeXlsxStream(rowsOf(pages), { name: "Export", freezePane: { rows: 1 } });
  return Readable.fromWeb(file as ReadableStream);
}

/** Sends the table as `<name>.<format>`. After an error the connection is closed, so the client sees that the file is incomplete. */
export async function sendTable(response: ServerResponse, name: string, format: Format, pages: Pages): Promise<void> {
  response.writeHead(200, {
    "content-type": TYPES[format],
    "content-disposition": `attachment; filename="${name}.${format}"`,
    "cache-control": "no-store",
  });
  await pipeline(format === "csv" ? Readable.from(csvOf(pages)) : await xlsxOf(pages), response);
}
