// Creates a series, which groups events.
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { SeriesEntity } from "../entities/series.ts";
import type { CreateSeries } from "../inputs.ts";
import { audit } from "./audit.ts";

/** Creates the series. Returns its id. Refusals: IdempotencyKeyReused */
export async function createSeries(
  tx: Tx,
  userId: string,
  { idempotencyKey, ...input }: CreateSeries,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "createSeries", key: idempotencyKey, input }, async () => {
    const id = uuid();
    await tx.insert(SeriesEntity, { id, ...input });
    await audit(tx, { organizationId: input.organizationId, action: "createSeries", subject: id });
    return id;
  });
}
