// API keys and devices of an organization. They belong to it, not to the person who created them: they work until they are revoked or expire,
// also after that person has left.
import { badInput } from "../../../platform/core/errors.ts";
import { newApiKey } from "../../../platform/identity/api-keys.ts";
import type { Actor } from "../../../platform/identity/identity.ts";
import type { OrganizationScope } from "../../../domain/scopes.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import { afterCommit, type Database, type Tx } from "../../../platform/postgres/database.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { SESSIONS_TOPIC } from "../../../schema/redis-access.ts";
import { ApiKeyEntity, type KeyRole } from "../entities/api-key.ts";
import { DeviceEntity } from "../entities/device.ts";
import { statement } from "../entities/tables.ts";
import { audit } from "./audit-log.ts";
import { lockOrganization } from "./organization-status.ts";

/** Open keys, and open devices, of one organization. */
export const MACHINES_OF_ORGANIZATION = 100;
const KEPT = "90 days";

export interface NewApiKey {
  organizationId: string;
  name: string;
  role: KeyRole;
  scopes: OrganizationScope[];
  eventIds: string[] | null;
  expiresAt: Date;
}

/** @returns the key, which is stored only as a hash. @throws BAD_USER_INPUT if the organization has too many */
export async function createApiKey(tx: Tx, createdBy: string, given: NewApiKey): Promise<{ id: string; key: string }> {
  await lockOrganization(tx, given.organizationId);
  const open = { organizationId: given.organizationId, revokedAt: null };
  if ((await tx.count(ApiKeyEntity, open)) >= MACHINES_OF_ORGANIZATION)
    throw badInput("input.organizationId", `has ${MACHINES_OF_ORGANIZATION} API keys: revoke one first`);
  const { id, hash, key } = newApiKey();
  await tx.insert(ApiKeyEntity, { id, keyHash: hash, createdBy, ...given });
  const { organizationId, role, scopes } = given;
  await audit(tx, { organizationId, action: "createApiKey", subject: id, detail: { role, scopes } });
  return { id, key };
}

export interface NewDevice {
  id: string;
  organizationId: string;
  name: string;
  gate: string | null;
  /** Null: all events of the organization. */
  eventIds: string[] | null;
}

/** For the device flow, after a manager has confirmed. @throws BAD_USER_INPUT if the organization has too many */
export async function createDevice(tx: Tx, createdBy: string, given: NewDevice): Promise<void> {
  await lockOrganization(tx, given.organizationId);
  const open = { organizationId: given.organizationId, revokedAt: null };
  if ((await tx.count(DeviceEntity, open)) >= MACHINES_OF_ORGANIZATION)
    throw badInput("organizationId", `has ${MACHINES_OF_ORGANIZATION} devices: revoke one first`);
  await tx.insert(DeviceEntity, { createdBy, ...given });
  const { id, organizationId, eventIds } = given;
  await audit(tx, {
    organizationId,
    action: "createDevice",
    subject: id,
    detail: { events: eventIds?.length ?? null },
  });
}

const revokeKey = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("api_key")
    .set({ revokedAt: sql<Date>`app_now()` })
    .where("id", "=", id)
    .where("revokedAt", "is", null),
);

const revokeOne = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("device")
    .set({ revokedAt: sql<Date>`app_now()` })
    .where("id", "=", id)
    .where("revokedAt", "is", null),
);

type Machine = { id: string; organizationId: string };

/** Refused within 5 seconds, also on open sockets. Idempotent. */
export async function revokeApiKey(tx: Tx, notifier: ChangeNotifier, { id, organizationId }: Machine): Promise<void> {
  if ((await revokeKey.change(tx, { id })) > 0)
    await audit(tx, { organizationId, action: "revokeApiKey", subject: id });
  afterCommit(tx, () => notifier.notify(SESSIONS_TOPIC, id));
}

/** The same for a device. */
export async function revokeDevice(tx: Tx, notifier: ChangeNotifier, { id, organizationId }: Machine): Promise<void> {
  if ((await revokeOne.change(tx, { id })) > 0)
    await audit(tx, { organizationId, action: "revokeDevice", subject: id });
  afterCommit(tx, () => notifier.notify(SESSIONS_TOPIC, id));
}

export const keptMachines = [keptFor("api_key", "expires_at", KEPT), keptFor("device", "revoked_at", KEPT)];

const noteKeys = statement((db, { ids }: { ids: string[] }, { sql }) =>
  db
    .updateTable("api_key")
    .set({ lastUsedAt: sql<Date>`date_trunc('minute', app_now())` })
    .where((of) => sql<boolean>`${of.ref("id")} = any(${ids}::uuid[])`)
    .where((of) => sql<boolean>`${of.ref("lastUsedAt")} is distinct from date_trunc('minute', app_now())`),
);

const noteDevices = statement((db, { ids }: { ids: string[] }, { sql }) =>
  db
    .updateTable("device")
    .set({ lastSeenAt: sql<Date>`date_trunc('minute', app_now())` })
    .where((of) => sql<boolean>`${of.ref("id")} = any(${ids}::uuid[])`)
    .where((of) => sql<boolean>`${of.ref("lastSeenAt")} is distinct from date_trunc('minute', app_now())`),
);

/** Notes to the minute when machines were used last. It may fail: it says when, not whether. */
export function noteUses(database: Database, actors: readonly Actor[]): void {
  const idsOf = (kind: Actor["kind"]) => actors.filter((actor) => actor.kind === kind).map(({ id }) => id);
  const [keys, devices] = [idsOf("key"), idsOf("device")];
  if (keys.length > 0) void noteKeys.change(database.read(), { ids: keys }).catch(() => {});
  if (devices.length > 0) void noteDevices.change(database.read(), { ids: devices }).catch(() => {});
}
