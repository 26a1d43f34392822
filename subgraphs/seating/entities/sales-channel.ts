import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

/** The key of the sales channel whose seats the code opens, if it opens one. Whether it may be used is for the engine to say. */
export async function channelOpenedBy(database: Database, eventId: string, code: string): Promise<string | null> {
  const channel = await row<{ key: string }>(
    database.read(),
    sql`select channel.key from promo_code c join sale_channel channel on channel.event_id = c.event_id and channel.no = c.channel_no
        where c.event_id = ${eventId} and c.code = ${code}`,
  );
  return channel?.key ?? null;
}
