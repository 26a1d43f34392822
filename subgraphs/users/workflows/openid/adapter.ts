// Where the OpenID provider keeps its records: in PostgreSQL only, so any process continues what another has begun. Their IDs are hashed, as
// refresh tokens are.
import { createHash } from "node:crypto";
import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Database } from "../../../../platform/postgres/database.ts";
import {
  consumeRecord,
  deleteOfGrant,
  deleteRecord,
  notePoll,
  putRecord,
  type StoredRecord,
} from "../../commands/openid-records.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import type { OidcPayload } from "../../entities/openid.ts";
import { findRecord, type RecordKey } from "../../queries/openid-records.ts";
import { uuidOrNull } from "../../../../platform/core/input.ts";
import { visits } from "./visit.ts";

export interface AdapterOptions {
  database: Database;
  tokens: Pick<Tokens, "sealId" | "unsealId">;
  sessionDays: number;
  /** The session of the person that the result of an interaction names. */
  sessionOfResult(): string | undefined;
  /** What a client is registered with. */
  clientOf(id: string): Promise<AdapterPayload | undefined>;
  /** The person has signed out. */
  onSignOut(sessionId: string): Promise<void>;
  isSignOut(): boolean;
  /** Throws the provider's refusal of a device that asks too often. */
  refuseHaste(): never;
  /** Throws the provider's refusal of a code or token that is used twice. */
  refuseRepeat(): never;
}

export const hashOf = (id: string) => createHash("sha256").update(id).digest("hex");

/** Found by another key, but used by their ID. */
const SEALED = new Set(["Session", "DeviceCode"]);

export function createAdapter(options: AdapterOptions): (model: string) => Adapter {
  const { database, tokens, sessionDays } = options;
  const connection = () => database.read();

  async function find(model: string, key: RecordKey, known: AdapterPayload): Promise<AdapterPayload | undefined> {
    const found = await findRecord(database, model, key, sessionDays);
    if (!found) return undefined;
    const { person } = visits.getStore() ?? { person: null };
    // The browser has changed to another session since.
    if (model === "Session" && person && found.sessionId !== null && found.sessionId !== person.sessionId)
      return undefined;
    const id = "idHash" in key ? known.jti : await tokens.unsealId(found.sealedId!);
    if (id === undefined) return undefined;
    const consumed = found.consumedAt ? { consumed: Math.floor(found.consumedAt.getTime() / 1_000) } : {};
    return { ...(found.payload as AdapterPayload), ...consumed, ...known, jti: id };
  }

  return (model) => {
    if (model === "Client") return clientsOnly(options);
    return {
      upsert: (id, payload, seconds) => putRecord(connection(), recordOf(model, id, payload, seconds ?? 0, options)),
      find: async (id) => {
        const found = await find(model, { idHash: hashOf(id) }, { jti: id });
        if (model === "DeviceCode" && found && !(await notePoll(connection(), hashOf(id)))) options.refuseHaste();
        return found;
      },
      findByUid: (uid) => find(model, { uidHash: hashOf(uid) }, {}),
      findByUserCode: (userCode) => find(model, { userCodeHash: hashOf(userCode) }, { userCode }),
      consume: async (id) => {
        if (await consumeRecord(connection(), model, hashOf(id))) return;
        // Somebody else has used it at this moment. One of the two has stolen it.
        const found = await findRecord(database, model, { idHash: hashOf(id) }, sessionDays);
        if (typeof found?.payload.grantId === "string") await deleteOfGrant(connection(), found.payload.grantId, null);
        options.refuseRepeat();
      },
      destroy: async (id) => {
        const visit = visits.getStore();
        if (model === "Session" && options.isSignOut()) {
          const found = await findRecord(database, model, { idHash: hashOf(id) }, sessionDays);
          // A trigger deletes the record, and tells the apps.
          if (found?.sessionId) await options.onSignOut(found.sessionId);
        }
        const sessionId = await deleteRecord(connection(), model, hashOf(id));
        if (visit && model === "Session") visit.before = sessionId;
      },
      revokeByGrantId: (grantId) => deleteOfGrant(connection(), grantId, model),
    };
  };
}

function recordOf(
  model: string,
  id: string,
  { jti: _, userCode, ...payload }: AdapterPayload,
  seconds: number,
  { tokens, sessionOfResult }: AdapterOptions,
): StoredRecord {
  const { uid, accountId, clientId, exp } = payload;
  const visit = visits.getStore();
  const ofPerson = visit?.person && visit.person.userId === accountId ? visit.person.sessionId : null;
  const isGrant = model === "Grant";
  const isBound = isGrant || model === "Session";
  return {
    model,
    idHash: hashOf(id),
    payload: withoutCookie(payload),
    sealedId: SEALED.has(model) ? tokens.sealId(id) : null,
    uidHash: model === "Session" && uid !== undefined ? hashOf(uid) : null,
    userCodeHash: userCode === undefined ? null : hashOf(userCode),
    grantId: isGrant ? id : (payload.grantId ?? null),
    // Null for a scanner device.
    userId: accountId === undefined ? null : uuidOrNull(accountId),
    clientId: clientId ?? null,
    sessionId: isBound && accountId !== undefined ? (sessionOfResult() ?? ofPerson ?? visit?.before ?? null) : null,
    isOffline:
      isGrant &&
      (payload as { openid?: { scope?: string } }).openid?.scope?.split(" ").includes("offline_access") === true,
    expiresAt: exp === undefined ? new Date(Date.now() + seconds * 1_000) : new Date(exp * 1_000),
  };
}

/** An interaction does not need the ID of the provider's session, which is in a cookie. */
function withoutCookie(payload: AdapterPayload): OidcPayload {
  const { session, ...rest } = payload as AdapterPayload & { session?: Record<string, unknown> };
  if (!session) return rest;
  const { cookie: _, ...kept } = session;
  return { ...rest, session: kept };
}

/** Clients are registered by their organizations, never by the provider. */
function clientsOnly({ clientOf }: AdapterOptions): Adapter {
  const never = () => Promise.reject(new Error("The provider registers no clients."));
  return {
    find: (id) => clientOf(id),
    upsert: never,
    findByUid: never,
    findByUserCode: never,
    consume: never,
    destroy: never,
    revokeByGrantId: never,
  };
}
