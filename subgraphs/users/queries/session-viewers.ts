// Viewers of access tokens, for the gateway.
import { MAX_MEMBERSHIPS } from "../../../platform/identity/identity.ts";
import { hasRoles } from "../../../domain/scopes.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import type { UsersConfig } from "../config.ts";
import type { Membership } from "../entities/membership.ts";
import type { Proof } from "../entities/second-factor.ts";
import type { SessionViewer } from "../entities/session.ts";
import { isRestricted, type Verification } from "../entities/user.ts";
import { findMachines } from "./machines.ts";
import { findGrants, GRANT } from "./grants.ts";
import type { Loaders } from "./loaders.ts";
import { findOpenViews } from "./support-views.ts";

/** How long a passkey or a mailed code shows that a person is there. */
const PROVEN = "1 hour";
const BY_PERSON: readonly Proof[] = ["email", "hwk", "swk"];

/** Scope that every limited session has, but no key, device or app: to end itself. */
const OWN_SESSION = "session";

/** Open sessions. A session has a maximum age, however often it was refreshed. */
const openSessions = statement((db, { ids, age }: { ids: readonly string[]; age: string }, { sql }) =>
  db
    .selectFrom("session as s")
    .innerJoin("app_user as u", "u.id", "s.userId")
    .select(["s.id", "s.userId", "u.email", "u.emailVerifiedAt", "u.mustVerify", "u.kind as userKind"])
    .select((of) => [
      "s.kind",
      "s.scopes",
      "s.actorKind",
      "s.actorId",
      sql<string[] | null>`${of.ref("s.eventIds")}::text[]`.as("eventIds"),
      // The last proof is at the end of amr. At its beginning a session may have two, and that of a guest has none.
      sql<boolean>`coalesce((${of.ref("s.createdAt")} > app_now() - ${PROVEN}::interval and ${of.ref("s.amr")} && ${BY_PERSON}::text[])
        or (${of.ref("s.authTime")} > app_now() - ${PROVEN}::interval and ${of.ref("s.amr")}[cardinality(${of.ref("s.amr")})] = any(${BY_PERSON}::text[]))
        or ${of.ref("u.emailVerifiedAt")} > app_now() - ${PROVEN}::interval, false)`.as("proven"),
    ])
    .where((of) => sql<boolean>`${of.ref("s.id")} = any(${ids}::uuid[])`)
    .where("s.endedAt", "is", null)
    .where("u.status", "=", "ACTIVE")
    .where("s.createdAt", ">", sql<Date>`app_now() - ${age}::interval`)
    .$narrowType<{ email: string }>(),
);

interface Asking {
  database: Database;
  loaders: Loaders;
}

interface Rules extends Pick<UsersConfig, "platformStaff" | "sessionDays"> {
  verification: Verification;
}

type Found = (reference: string) => Promise<SessionViewer | null>;

/**
 * Viewers in the order of the references; null for one that is unknown or has ended. A reference is the ID of a session, or says what else it
 * is by a prefix: `key:` an API key, `device:` a device, `grant:` an app's grant.
 */
export async function findSessionViewers(
  asking: Asking,
  rules: Rules,
  references: readonly string[],
): Promise<(SessionViewer | null)[]> {
  const ids = references.map(uuidOrNull).filter((id) => id !== null);
  const [sessionOf, grantOf, machines] = await Promise.all([
    findSessions(asking, rules, ids),
    findViewersOfGrants(asking, rules, references),
    findMachines(asking.database, references),
  ]);
  const viewerOf = (one: string) => (one.startsWith(GRANT) ? grantOf(one) : sessionOf(one));
  return Promise.all(references.map(async (one) => machines.get(one) ?? viewerOf(one)));
}

/** An app is never platform staff, and has roles in organizations only with a scope that needs them. */
async function findViewersOfGrants(
  { database, loaders }: Asking,
  { sessionDays, verification }: Rules,
  references: readonly string[],
): Promise<Found> {
  const grants = await findGrants(database, references, sessionDays);
  return async (reference) => {
    const grant = grants.get(reference);
    if (grant === undefined) return null;
    const { userId, clientId, scopes } = grant;
    return {
      userId,
      staff: false,
      verified: !isRestricted(grant, verification),
      proven: false,
      memberships: hasRoles(scopes) ? await countingMemberships(loaders, userId) : [],
      scopes,
      actor: { kind: "app", id: clientId },
      eventIds: null,
    };
  };
}

async function findSessions(
  { database, loaders }: Asking,
  { platformStaff, sessionDays, verification }: Rules,
  ids: string[],
): Promise<Found> {
  const open = ids.length > 0 ? await openSessions.rows(database.read(), { ids, age: `${sessionDays} days` }) : [];
  const openById = new Map(open.map((session) => [session.id, session]));
  const views = open.filter(({ kind }) => kind === "SUPPORT").map(({ id }) => id);
  const openViews = await findOpenViews(database, { platformStaff, sessionDays }, views);
  return async (sessionId) => {
    const session = openById.get(sessionId);
    if (session === undefined || (session.kind === "SUPPORT" && !openViews.has(sessionId))) return null;
    const { userId, scopes, actorKind, actorId, eventIds } = session;
    return {
      userId,
      staff: platformStaff.has(userId) && scopes === null,
      verified: !isRestricted({ ...session, kind: session.userKind }, verification),
      proven: session.proven,
      memberships: hasRoles(scopes) ? await countingMemberships(loaders, userId) : [],
      scopes: scopes && [...scopes, OWN_SESSION],
      actor: actorKind && actorId ? { kind: actorKind, id: actorId } : null,
      eventIds,
    };
  };
}

/** Memberships that a token can carry, chosen ones before added ones. Only accounts from before the limit may have more. */
async function countingMemberships(loaders: Loaders, userId: string): Promise<Membership[]> {
  const memberships = await loaders.membershipsOfUser.load(userId);
  const chosenFirst = [...memberships].sort((a, b) => Number(a.origin === "ADDED") - Number(b.origin === "ADDED"));
  return chosenFirst.slice(0, MAX_MEMBERSHIPS);
}
