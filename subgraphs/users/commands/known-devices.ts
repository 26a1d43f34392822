// Devices that have begun a session. No cookie identifies a device, so it is the user agent in one network. The person gets a mail about a
// session from a new one.
import type { Tx } from "../../../platform/postgres/database.ts";
import { KnownDeviceEntity } from "../entities/security-alert.ts";
import type { Origin } from "../entities/session.ts";
import { statement } from "../entities/tables.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { openAlert } from "./security-alerts.ts";

const DEVICES_KEPT = 20;
const DEVICE_KEPT = "180 days";

interface Seen {
  userId: string;
  device: string;
}

const seenBy = (userId: string, { device = "", place = "" }: Origin): Seen => ({
  userId,
  device: hashToken(JSON.stringify([userId, device, place])),
});

/** `email` is null unless the device is new, and the account had others. */
const seeDevice = statement((db, { userId, device }: Seen, { sql }) =>
  db
    .insertInto("known_device")
    .values({ userId, device, lastAt: sql`app_now()` })
    .onConflict((known) => known.columns(["userId", "device"]).doUpdateSet({ lastAt: sql`app_now()` }))
    .returning((seen) =>
      seen
        .selectFrom("app_user as u")
        .select("u.email")
        .where("u.id", "=", userId)
        .where(sql<boolean>`${sql.ref("known_device.xmax")} = 0`)
        .where(({ exists, selectFrom }) =>
          exists(selectFrom("known_device as other").select("other.device").where("other.userId", "=", userId)),
        )
        .as("email"),
    ),
);

const forgetOlderDevices = statement((db, { userId }: { userId: string }) =>
  db
    .deleteFrom("known_device")
    .where("userId", "=", userId)
    .where("device", "not in", (known) =>
      known
        .selectFrom("known_device as kept")
        .select("kept.device")
        .where("kept.userId", "=", userId)
        .orderBy("kept.lastAt", "desc")
        .orderBy("kept.device")
        .limit(DEVICES_KEPT),
    ),
);

/** Records the device of a new session. If it is new to the account, and not the first one, the person gets an alert. */
export async function noteDevice(tx: Tx, tokens: Tokens, userId: string, origin: Origin): Promise<void> {
  const seen = await seeDevice.row(tx, seenBy(userId, origin));
  if (seen?.email == null) return;
  await forgetOlderDevices.change(tx, { userId });
  await openAlert(tx, tokens, { kind: "SIGN_IN", userId, email: seen.email });
}

const knownDevice = statement((db, { userId, device }: Seen, { sql }) =>
  db
    .selectFrom("known_device")
    .select("device")
    .where("userId", "=", userId)
    .where("device", "=", device)
    .where("lastAt", ">", sql<Date>`app_now() - ${DEVICE_KEPT}::interval`),
);

/** Hash of the device if it has signed in to the account before. A client without a user-agent is no device. */
export async function knownDeviceOf(tx: Tx, userId: string | null, origin: Origin): Promise<string | undefined> {
  if (userId === null || origin.device === undefined) return undefined;
  return (await knownDevice.row(tx, seenBy(userId, origin)))?.device;
}

/** Deletes the devices of a person who is erased, or who has reported one. */
export async function forgetDevices(tx: Tx, userId: string): Promise<void> {
  await tx.nativeDelete(KnownDeviceEntity, { userId });
}

const oldDevices = statement((db, _, { sql }) =>
  db.deleteFrom("known_device").where("lastAt", "<", sql<Date>`app_now() - ${DEVICE_KEPT}::interval`),
);

/** Deletes expired devices. @returns how many */
export async function pruneDevices(tx: Tx): Promise<number> {
  return oldDevices.change(tx, {});
}
