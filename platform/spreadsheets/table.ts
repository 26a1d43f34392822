// Tables that are downloaded: their cells, and their rows in pages.
import { decimalsOf } from "../core/currencies.ts";

export interface Amount {
  /** Minor units. */
  amount: number;
  currency: string;
}
export type Cell = string | number | Date | Amount | null | undefined;

/** The first row has the names of the columns. */
export type Pages = AsyncIterable<Cell[][]>;

export const isAmount = (cell: Cell): cell is Amount =>
  typeof cell === "object" && cell !== null && !(cell instanceof Date);

/** Exact, such as `-0.05`: without a separator of thousands, with a point before the decimals of the currency. */
export function decimal({ amount, currency }: Amount): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const sign = amount < 0 ? "-" : "";
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
