// CSV of RFC 4180, which spreadsheets open as it is.
import { decimal, isAmount, type Cell } from "./table.ts";

/** Spreadsheets take a text that begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;
/** Byte order mark: without it, Excel takes UTF-8 for another encoding. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Numbers and times are written by us. Texts come from people, so those that begin like a formula get an apostrophe. */
function cellOf(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return String(value);
  if (isAmount(value)) return decimal(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}
