// Changes of the records of the OpenID provider. Each is one statement.
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import type { Session as Connection } from "../../../platform/postgres/session.ts";
import type { OidcPayload } from "../entities/openid.ts";
import { statement } from "../entities/tables.ts";

export interface StoredRecord {
  model: string;
  idHash: string;
  payload: OidcPayload;
  sealedId: string | null;
  uidHash: string | null;
  userCodeHash: string | null;
  grantId: string | null;
  userId: string | null;
  clientId: string | null;
  sessionId: string | null;
  isOffline: boolean;
  expiresAt: Date;
}

const put = statement((db, record: StoredRecord, { sql }) =>
  db
    .insertInto("oidc_record")
    .values({
      model: record.model,
      idHash: record.idHash,
      payload: sql<OidcPayload>`${record.payload}::jsonb`,
      sealedId: record.sealedId,
      uidHash: record.uidHash,
      userCodeHash: record.userCodeHash,
      grantId: record.grantId,
      userId: record.userId,
      clientId: record.clientId,
      sessionId: record.sessionId,
      isOffline: record.isOffline,
      expiresAt: record.expiresAt,
    })
    .onConflict((known) =>
      known.columns(["model", "idHash"]).doUpdateSet((of) => ({
        payload: of.ref("excluded.payload"),
        userId: of.ref("excluded.userId"),
        grantId: of.ref("excluded.grantId"),
        isOffline: of.ref("excluded.isOffline"),
        expiresAt: of.ref("excluded.expiresAt"),
        sessionId: of.fn.coalesce("excluded.sessionId", "oidc_record.sessionId"),
      })),
    ),
);

export async function putRecord(connection: Connection, record: StoredRecord): Promise<void> {
  await put.change(connection, record);
}

const consume = statement((db, { model, idHash }: { model: string; idHash: string }, { sql }) =>
  db
    .updateTable("oidc_record")
    .set({ consumedAt: sql<Date>`now()` })
    .where("model", "=", model)
    .where("idHash", "=", idHash)
    .where("consumedAt", "is", null),
);

/** Whether this use was the first: of two concurrent ones, one is. */
export async function consumeRecord(connection: Connection, model: string, idHash: string): Promise<boolean> {
  return (await consume.change(connection, { model, idHash })) > 0;
}

/** RFC 8628: a device asks every 5 seconds. Networks shorten that. */
const POLL_EVERY = "4 seconds";

const poll = statement((db, { idHash }: { idHash: string }, { sql }) =>
  db
    .updateTable("oidc_record")
    .set({ polledAt: sql<Date>`now()` })
    .where("model", "=", "DeviceCode")
    .where("idHash", "=", idHash)
    .where(({ or, eb }) =>
      or([eb("polledAt", "is", null), eb("polledAt", "<", sql<Date>`now() - ${POLL_EVERY}::interval`)]),
    ),
);

/** Whether a device may ask again already. */
export async function notePoll(connection: Connection, idHash: string): Promise<boolean> {
  return (await poll.change(connection, { idHash })) > 0;
}

const answerDevice = statement((db, { userCodeHash, payload, grantId, userId }: DeviceAnswer, { sql }) =>
  db
    .updateTable("oidc_record")
    .set((of) => ({
      payload: sql<OidcPayload>`${of.ref("payload")} || ${payload}::jsonb`,
      grantId,
      userId,
    }))
    .where("model", "=", "DeviceCode")
    .where("userCodeHash", "=", userCodeHash)
    .where(sql<boolean>`not payload ?| array['error', 'accountId']`)
    .where("expiresAt", ">", sql<Date>`now()`),
);

export interface DeviceAnswer {
  userCodeHash: string;
  payload: OidcPayload;
  grantId: string | null;
  /** Null for a scanner device, which is nobody's account. */
  userId: string | null;
}

/** A person's answer to a device. Of several answers the first counts. */
export async function answerDeviceCode(connection: Connection, answer: DeviceAnswer): Promise<boolean> {
  return (await answerDevice.change(connection, answer)) > 0;
}

const remove = statement((db, { model, idHash }: { model: string; idHash: string }) =>
  db.deleteFrom("oidc_record").where("model", "=", model).where("idHash", "=", idHash).returning("sessionId"),
);

/** Returns the session of the person that it belonged to */
export async function deleteRecord(connection: Connection, model: string, idHash: string): Promise<string | null> {
  return (await remove.row(connection, { model, idHash }))?.sessionId ?? null;
}

const removeOfGrant = statement((db, { grantId, model }: { grantId: string; model: string | null }, { has }) => {
  const query = db.deleteFrom("oidc_record").where("grantId", "=", grantId);
  return has("model") ? query.where("model", "=", model!) : query;
});

/** @param model null: all, with the grant itself */
export async function deleteOfGrant(connection: Connection, grantId: string, model: string | null): Promise<void> {
  await removeOfGrant.change(connection, { grantId, model });
}

const removeOfClient = statement((db, { clientId }: { clientId: string }) =>
  db.deleteFrom("oidc_record").where("clientId", "=", clientId),
);

export async function deleteOfClient(connection: Connection, clientId: string): Promise<void> {
  await removeOfClient.change(connection, { clientId });
}

const removeOfUser = statement((db, { userId }: { userId: string }) =>
  db
    .deleteFrom("oidc_record")
    .where("grantId", "in", (of) =>
      of
        .selectFrom("oidc_record as g")
        .select("g.grantId")
        .where("g.model", "=", "Grant")
        .where("g.userId", "=", userId),
    ),
);

/** Ends everything that a person has allowed to apps. */
export async function deleteGrantsOf(connection: Connection, userId: string): Promise<void> {
  await removeOfUser.change(connection, { userId });
}

export const keptRecords = keptFor("oidc_record", "expires_at", "1 day");
