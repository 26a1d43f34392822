import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "./tables.ts";

const opened = statement((db, { eventId, code }: { eventId: string; code: string }) =>
  db
    .selectFrom("promo_code as c")
    .innerJoin("sale_channel as channel", (join) =>
      join.onRef("channel.eventId", "=", "c.eventId").onRef("channel.no", "=", "c.channelNo"),
    )
    .select("channel.key")
    .where("c.eventId", "=", eventId)
    .where("c.code", "=", code),
);

/** The key of the sales channel whose seats the code opens, if it opens one. Whether it may be used is for the engine to say. */
export async function channelOpenedBy(database: Database, eventId: string, code: string): Promise<string | null> {
  return (await opened.row(database.read(), { eventId, code }))?.key ?? null;
}
