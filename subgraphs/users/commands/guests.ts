// Guests: people who buy with a name and an address, without an account. Each start makes a new guest: an address alone proves nothing, and
// links nothing. The use of a mailed code proves the address. It merges the guests of this address, into one of them or into an account.
import type { Tx } from "../../../platform/postgres/database.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { guestIdOf } from "../../../domain/guests.ts";
import { AccountsMerged, EmailVerified, UserRegistered } from "../../../schema/messages/users.ts";
import type { Limits, Origin } from "../entities/session.ts";
import { statement } from "../entities/tables.ts";
import { domainOf, emailKey, type Preferences, type Verification } from "../entities/user.ts";
import { CodeRejected } from "../errors.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { mayAsk, refuseUntilTomorrow } from "./mail-limits.ts";
import { beginSession, endSessionsOf, type BegunSession } from "./sessions.ts";

/** Daily limits of new guests: of one address, of one network with one address, and of one network. */
const OF_ADDRESS_A_DAY = 20;
const OF_PAIR_A_DAY = 10;
const OF_NETWORK_A_DAY = 2_000;

/** Guests that were last seen earlier stay apart: the address may have another owner by now. */
const SEEN_WITHIN = "1 year";

const SCOPES = ["profile", "email", "holds:write", "orders:write", "orders:read", "tickets:read", "guest"];
/** Granted once the address is proven in the session. */
const PROVEN_SCOPE = "tickets:codes";

export interface NewGuest {
  email: string;
  displayName: string;
  /** BCP 47 tag of the language for mail. */
  locale: string | undefined;
  /** Pseudonym of the client's network, as `SubgraphContext.network`. */
  network: string | undefined;
}

interface GuestRow extends Pick<NewGuest, "email" | "displayName"> {
  id: string;
  key: string;
  preferences: Preferences;
}

const newGuest = statement((db, of: GuestRow, { sql: by }) =>
  db.insertInto("app_user").values({
    id: of.id,
    kind: "GUEST",
    displayName: of.displayName,
    email: of.email,
    guestKey: of.key,
    guestSeenAt: by`app_now()`,
    mustVerify: true,
    status: "ACTIVE",
    preferences: of.preferences,
  }),
);

/** Makes a guest, and begins its session. Accounts and guests with the same address change nothing. @throws RATE_LIMITED, UNAVAILABLE without mail */
export async function startGuest(
  tx: Tx,
  tokens: Tokens,
  { sendsMail }: Verification,
  { email, displayName, locale, network }: NewGuest,
  origin: Origin,
): Promise<BegunSession> {
  if (!sendsMail) throw unavailable("Mail");
  const key = emailKey(email);
  const address = tokens.addressHash(key);
  const limits: [string, number][] = [[`guests of ${address}`, OF_ADDRESS_A_DAY]];
  if (network !== undefined) {
    limits.push([`guests of ${address} from ${network}`, OF_PAIR_A_DAY]);
    limits.push([`guests from ${network}`, OF_NETWORK_A_DAY]);
  }
  for (const [whom, atMost] of limits) if (!(await mayAsk(tx, whom, atMost))) await refuseUntilTomorrow(tx);
  const id = guestIdOf(uuid());
  await newGuest.change(tx, { id, email, displayName, key, preferences: locale === undefined ? {} : { locale } });
  const registeredAt = new Date().toISOString();
  await publish(tx, UserRegistered, id, { userId: id, emailDomain: domainOf(email), registeredAt });
  return beginSession(tx, tokens, id, origin, [], undefined, limitsOf(id, SCOPES));
}

const limitsOf = (id: string, scopes: string[]): Limits => ({ kind: "GUEST", scopes, actor: { kind: "guest", id } });

/** Serializes merges of guests with one address. It is taken before any row. */
async function lockAddress(tx: Tx, key: string): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${key}, ${ADDRESS_LOCKS}))`);
}

/** Namespace of these advisory locks. */
const ADDRESS_LOCKS = 4_711_030;

/** Guests of an address that may be merged, the last seen first. */
const guestsOf = statement((db, { key }: { key: string }, { sql: by }) =>
  db
    .selectFrom("app_user")
    .select(["id", "email", "emailVerifiedAt"])
    .where("guestKey", "=", key)
    .where("status", "=", "ACTIVE")
    .where("guestSeenAt", ">", by<Date>`app_now() - ${SEEN_WITHIN}::interval`)
    .orderBy("guestSeenAt", "desc")
    .orderBy("id")
    .forUpdate(),
);

const endGuests = statement((db, { ids, into }: { ids: string[]; into: string }, { sql: by }) =>
  db
    .updateTable("app_user")
    .set({
      mergedInto: into,
      status: "DELETED",
      displayName: "Deleted user",
      email: null,
      emailVerifiedAt: null,
      guestKey: null,
      preferences: {},
    })
    .where((of) => by<boolean>`${of.ref("id")} = any(${ids}::uuid[])`),
);

/** Guests that were merged into these before follow them, so that one step leads from each id to its account. */
const redirect = statement((db, { ids, into }: { ids: string[]; into: string }, { sql: by }) =>
  db
    .updateTable("app_user")
    .set({ mergedInto: into })
    .where((of) => by<boolean>`${of.ref("mergedInto")} = any(${ids}::uuid[])`),
);

const deleteCodes = statement((db, { ids }: { ids: string[] }, { sql: by }) =>
  db.deleteFrom("email_code").where((of) => by<boolean>`${of.ref("userId")} = any(${ids}::uuid[])`),
);

const deleteLetters = statement((db, { ids }: { ids: string[] }, { sql: by }) =>
  db.deleteFrom("letter").where((of) => by<boolean>`${of.ref("userId")} = any(${ids}::uuid[])`),
);

async function mergeInto(tx: Tx, notifier: ChangeNotifier, ids: string[], into: string): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) await endSessionsOf(tx, notifier, id);
  await deleteLetters.change(tx, { ids });
  await deleteCodes.change(tx, { ids });
  await redirect.change(tx, { ids, into });
  await endGuests.change(tx, { ids, into });
  for (const from of ids) await publish(tx, AccountsMerged, from, { from, to: into });
}

/**
 * Merges the guests of a proven address into its account. The caller has not locked any row of users yet.
 * @param lock locks the account
 */
export async function claimGuests(
  tx: Tx,
  notifier: ChangeNotifier,
  key: string,
  lock: () => Promise<{ id: string }>,
): Promise<void> {
  await lockAddress(tx, key);
  const { id } = await lock();
  const guests = await guestsOf.rows(tx, { key });
  await mergeInto(
    tx,
    notifier,
    guests.map((guest) => guest.id),
    id,
  );
}

const prove = statement((db, { id }: { id: string }, { sql: by }) =>
  db
    .updateTable("app_user")
    .set({ emailVerifiedAt: by`app_now()`, guestSeenAt: by`app_now()` })
    .where("id", "=", id),
);

/** The address of the guest is proven: its letters may be sent. */
async function noteProven(tx: Tx, id: string, email: string): Promise<void> {
  await prove.change(tx, { id });
  const verifiedAt = new Date().toISOString();
  await publish(tx, EmailVerified, id, { userId: id, emailDomain: domainOf(email), verifiedAt });
}

/** Begins a session of the guest of this address who was seen last; the others are merged into it. @throws CodeRejected without a guest */
export async function openGuestOrders(
  tx: Tx,
  { tokens, notifier }: { tokens: Tokens; notifier: ChangeNotifier },
  { email, origin, refreshToken }: { email: string; origin: Origin; refreshToken: string },
): Promise<BegunSession> {
  const key = emailKey(email);
  await lockAddress(tx, key);
  const [last, ...others] = await guestsOf.rows(tx, { key });
  if (!last) throw new CodeRejected();
  await mergeInto(
    tx,
    notifier,
    others.map(({ id }) => id),
    last.id,
  );
  await noteProven(tx, last.id, email);
  const limits = limitsOf(last.id, [...SCOPES, PROVEN_SCOPE]);
  return beginSession(tx, tokens, last.id, origin, ["email"], refreshToken, limits);
}

const guestKeyOf = statement((db, { id }: { id: string }) =>
  db.selectFrom("app_user").select("guestKey").where("id", "=", id).where("status", "=", "ACTIVE"),
);

const grantCodes = statement((db, { sessionId }: { sessionId: string }, { sql: by }) =>
  db
    .updateTable("session")
    .set({ scopes: by<string[]>`scopes || ${[PROVEN_SCOPE]}::text[]` })
    .where("id", "=", sessionId)
    .where(by<boolean>`not scopes @> ${[PROVEN_SCOPE]}::text[]`),
);

/**
 * The guest has used a code in its session: the session may read codes of tickets, and other guests of the address are merged into this one.
 * @param take takes the code @throws CodeRejected, also if the guest was merged in the meantime
 */
export async function proveGuest(
  tx: Tx,
  notifier: ChangeNotifier,
  { userId, sessionId }: { userId: string; sessionId: string },
  take: () => Promise<{ email: string }>,
): Promise<void> {
  const key = (await guestKeyOf.row(tx, { id: userId }))?.guestKey;
  if (key == null) throw new CodeRejected();
  await lockAddress(tx, key);
  const guests = await guestsOf.rows(tx, { key });
  // A guest who was not seen for long proves its own address only.
  const own = (await guestKeyOf.row(tx, { id: userId }))?.guestKey === key;
  if (!own) throw new CodeRejected();
  const { email } = await take();
  await mergeInto(
    tx,
    notifier,
    guests.map(({ id }) => id).filter((id) => id !== userId),
    userId,
  );
  await noteProven(tx, userId, email);
  await grantCodes.change(tx, { sessionId });
}

const lastSession = statement((db, { id }: { id: string }) =>
  db
    .selectFrom("app_user as u")
    .innerJoin("session as s", "s.userId", "u.id")
    .select(["s.id as sessionId", "u.email"])
    .where("u.id", "=", id)
    .where("u.kind", "=", "GUEST")
    .where("u.status", "=", "ACTIVE")
    .where("u.emailVerifiedAt", "is", null)
    .orderBy("s.createdAt", "desc")
    .limit(1),
);

const see = statement((db, { id }: { id: string }, { sql: by }) =>
  db
    .updateTable("app_user")
    .set({ guestSeenAt: by`app_now()` })
    .where("id", "=", id)
    .where("kind", "=", "GUEST"),
);

/** A guest has bought: returns its last session and address if the address is not proven yet. */
export async function noteGuestPurchase(
  tx: Tx,
  userId: string,
): Promise<{ userId: string; sessionId: string; email: string } | undefined> {
  await see.change(tx, { id: userId });
  const found = await lastSession.row(tx, { id: userId });
  return found?.email == null ? undefined : { userId, sessionId: found.sessionId, email: found.email };
}
