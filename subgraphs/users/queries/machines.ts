// Viewers of API keys and devices, and when they were last used.
import { MAX_EVENT_IDS, type Actor } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { DEVICE } from "../entities/device.ts";
import { statement } from "../entities/tables.ts";
import type { SessionViewer } from "../entities/session.ts";

const DEVICE_SCOPES = ["gate:scan"];

const openKeys = statement((db, { ids, hashes }: { ids: string[]; hashes: string[] }, { sql }) =>
  db
    .selectFrom("api_key as k")
    .innerJoin(
      sql<{ id: string; hash: string }>`unnest(${ids}::uuid[], ${hashes}::text[])`.as<"given">(sql`given(id, hash)`),
      (join) => join.onRef("given.id", "=", "k.id").onRef("given.hash", "=", "k.keyHash"),
    )
    .select(["k.id", "k.organizationId", "k.role", "k.scopes"])
    .select((of) => sql<string[] | null>`${of.ref("k.eventIds")}::text[]`.as("eventIds"))
    .where("k.revokedAt", "is", null)
    .where("k.expiresAt", ">", sql<Date>`app_now()`),
);

const openDevices = statement((db, { ids }: { ids: string[] }, { sql }) =>
  db
    .selectFrom("device as d")
    .select(["d.id", "d.organizationId"])
    .select((of) => sql<string[] | null>`${of.ref("d.eventIds")}::text[]`.as("eventIds"))
    .where((of) => sql<boolean>`${of.ref("d.id")} = any(${ids}::uuid[])`)
    .where("d.revokedAt", "is", null),
);

interface Machine {
  id: string;
  organizationId: string;
  eventIds: string[] | null;
}

function viewerOf(kind: Actor["kind"], { id, organizationId, eventIds }: Machine, role: string, scopes: string[]) {
  return {
    userId: id,
    staff: false,
    verified: true,
    proven: false,
    memberships: [{ organizationId, role: role as SessionViewer["memberships"][number]["role"] }],
    scopes,
    actor: { kind, id },
    eventIds: eventIds && eventIds.slice(0, MAX_EVENT_IDS),
  };
}

/** Viewers by their reference: `key:<id>:<hash>` or `device:<id>`. */
export async function findMachines(
  database: Database,
  references: readonly string[],
): Promise<Map<string, SessionViewer>> {
  const parts = references.map((reference) => [reference, ...reference.split(":")] as const);
  const keys = parts.flatMap(([reference, kind, id = "", hash = ""]) =>
    kind === "key" && uuidOrNull(id) ? [{ reference, id, hash }] : [],
  );
  const devices = parts.flatMap(([reference, kind, id = ""]) =>
    kind === "device" && uuidOrNull(id) ? [{ reference, id }] : [],
  );
  const [foundKeys, foundDevices] = await Promise.all([
    keys.length === 0
      ? []
      : openKeys.rows(database.read(), { ids: keys.map(({ id }) => id), hashes: keys.map(({ hash }) => hash) }),
    devices.length === 0 ? [] : openDevices.rows(database.read(), { ids: devices.map(({ id }) => id) }),
  ]);
  const viewers = new Map<string, SessionViewer>();
  for (const { reference, id } of keys) {
    const key = foundKeys.find((found) => found.id === id);
    if (key) viewers.set(reference, viewerOf("key", key, key.role, key.scopes));
  }
  for (const { reference, id } of devices) {
    const device = foundDevices.find((found) => found.id === id);
    if (device) viewers.set(reference, viewerOf("device", device, "SCANNER", DEVICE_SCOPES));
  }
  return viewers;
}

/** Whether an account of the OpenID provider, which begins with DEVICE, is a device that is not revoked. */
export async function isOpenDevice(database: Database, account: string): Promise<boolean> {
  const id = account.startsWith(DEVICE) ? uuidOrNull(account.slice(DEVICE.length)) : null;
  return id !== null && (await openDevices.row(database.read(), { ids: [id] })) !== undefined;
}
