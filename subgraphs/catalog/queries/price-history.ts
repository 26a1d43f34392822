import type { Database } from "../../../platform/postgres/database.ts";
import { PriceChangeEntity, type StoredPriceChange } from "../entities/price-change.ts";

/** Newest first; empty if the prices were never changed. */
export function priceHistory(database: Database, eventId: string): Promise<StoredPriceChange[]> {
  return database.reading((em) =>
    em.find(PriceChangeEntity, { eventId }, { orderBy: { version: "desc" }, limit: MOST_SHOWN }),
  );
}

const MOST_SHOWN = 200;
