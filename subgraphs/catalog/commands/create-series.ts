// Makes a series, for events to be dates of.
import type { Tx } from "../../../platform/database.ts";
import { once, resourceOf } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { SeriesEntity } from "../entities/series.ts";
import type { CreateSeries } from "../input.ts";

/** Answers with the series' id. @throws IdempotencyKeyReused */
export async function createSeries(
  tx: Tx,
  userId: string,
  { idempotencyKey, ...input }: CreateSeries,
): Promise<string> {
  const outcome = await once(tx, { userId, mutation: "createSeries", key: idempotencyKey, input }, async () => {
    const id = uuid();
    await tx.insert(SeriesEntity, { id, ...input });
    return id;
  });
  return resourceOf(outcome);
}
