// An organizer opens or closes the waiting list of an event, or changes its rules. Idempotent by nature.
import { randomBytes } from "node:crypto";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import type { SetWaitlist } from "../engine/waitlist/inputs.ts";
import { audit } from "./audit.ts";
import { collect, lockWaitlist } from "./waitlist-rows.ts";

const KEY_BYTES = 18; // 144 bits: not guessable
/** No name that an organizer can give. */
const INTERNAL_NAME = "";
const OFFER_SECONDS = 7_200;
const HOLD_BACK_SECONDS = 21_600;
const CLOSES_BEFORE_START_SECONDS = 10_800;

/** @throws NotFound; GraphQLError BAD_USER_INPUT for an event whose sale has ended */
export async function setWaitlist(
  tx: Tx,
  notifier: ChangeNotifier,
  eventId: string,
  { state, offerSeconds, holdBackSeconds, closesBeforeStartSeconds }: Omit<SetWaitlist, "eventId">,
): Promise<void> {
  const sale = await row<{ organizationId: string; isOver: boolean }>(
    tx,
    sql`select organization_id, state = 'CLOSED' or least(sales_end_at, closes_at) <= app_now() as is_over
        from sale where event_id = ${eventId}::uuid and not is_tombstone(event_id, organization_id) for update`,
  );
  if (!sale) throw new NotFound("event");
  if (sale.isOver) throw badInput("input.eventId", "must be an event whose sale has not ended");
  const channelNo = await channelOf(tx, eventId);
  const changed = await rows(
    tx,
    sql`insert into waitlist as w (event_id, state, channel_no, offer_seconds, hold_back_seconds, closes_before_start_seconds)
        values (${eventId}::uuid, ${state}, ${channelNo}::int, ${offerSeconds ?? OFFER_SECONDS}::int, ${holdBackSeconds ?? HOLD_BACK_SECONDS}::int,
          ${closesBeforeStartSeconds ?? CLOSES_BEFORE_START_SECONDS}::int)
        on conflict (event_id) do update set state = excluded.state, seen_seq = null,
          offer_seconds = coalesce(${offerSeconds}::int, w.offer_seconds), hold_back_seconds = coalesce(${holdBackSeconds}::int, w.hold_back_seconds),
          closes_before_start_seconds = coalesce(${closesBeforeStartSeconds}::int, w.closes_before_start_seconds)
        where (w.state, w.offer_seconds, w.hold_back_seconds, w.closes_before_start_seconds) is distinct from
          (${state}, coalesce(${offerSeconds}::int, w.offer_seconds), coalesce(${holdBackSeconds}::int, w.hold_back_seconds),
           coalesce(${closesBeforeStartSeconds}::int, w.closes_before_start_seconds))
        returning 1`,
  );
  if (changed.length === 0) return;
  await collect(tx, notifier, (await lockWaitlist(tx, eventId))!);
  const detail = {
    state,
    ...(offerSeconds !== undefined && { offerSeconds }),
    ...(holdBackSeconds !== undefined && { holdBackSeconds }),
    ...(closesBeforeStartSeconds !== undefined && { closesBeforeStartSeconds }),
  };
  await audit(tx, { organizationId: sale.organizationId, action: "setWaitlist", subject: eventId, detail });
  reach("waiting list set, not committed");
}

/** The internal sales channel of the list, under the lock of the sale. */
async function channelOf(tx: Tx, eventId: string): Promise<number> {
  await rows(
    tx,
    sql`insert into sale_channel (event_id, no, name, key, is_internal)
        select ${eventId}::uuid, coalesce(max(no), 0) + 1, ${INTERNAL_NAME}, ${randomBytes(KEY_BYTES).toString("base64url")}, true
        from sale_channel where event_id = ${eventId}::uuid
        on conflict (event_id, name) do nothing`,
  );
  const channel = await row<{ no: number }>(
    tx,
    sql`select no from sale_channel where event_id = ${eventId}::uuid and is_internal`,
  );
  return channel!.no;
}
