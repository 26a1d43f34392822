import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "./tables.ts";

const opened = statement((db, { eventId, code }: { eventId: string; code: string }, { sql: by }) =>
  db
    .selectFrom("promo_code as c")
    .innerJoin("sale_channel as channel", (join) =>
      join.onRef("channel.eventId", "=", "c.eventId").onRef("channel.no", "=", "c.channelNo"),
    )
    .select("channel.key")
    .where("c.eventId", "=", eventId)
    .where(
      (of) => by<boolean>`${of.ref("c.no")} = (select code_no from promo_code_of(${eventId}::uuid, ${code}::text))`,
    ),
);

/** Key of the sales channel that the code opens, if any. The engine judges whether the code can be used. */
export async function channelOpenedBy(database: Database, eventId: string, code: string): Promise<string | null> {
  return (await opened.row(database.read(), { eventId, code }))?.key ?? null;
}
