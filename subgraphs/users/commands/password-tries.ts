// Password tries are counted by account, in the database and before hashing. So concurrent tries are limited like sequential ones. A right
// password resets the count. Devices and networks that signed in before have separate counts, so that strangers who guess delay each other
// and not the owner.
import { rateLimited } from "../../../platform/core/errors.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { PasswordTryEntity } from "../entities/password-try.ts";
import { statement } from "../entities/tables.ts";
import { writeNotification } from "./mail-limits.ts";

/** Account and origin of a try. */
export interface TryPlace {
  /** A keyed hash of the address. */
  account: string;
  place: string;
}

/** Place that is shared by all networks that have not signed in to the account. */
export const STRANGERS = "";
/** Number of tries without a delay. */
export const FREE_TRIES = 8;
const FIRST_DELAY_SECONDS = 60;
const MAX_DELAY_SECONDS = 900;
/** Time without a try after which the count starts again. */
const FORGOTTEN_AFTER = "24 hours";
/** Number of wrong passwords that ends a session. */
export const SESSION_TRIES = 5;

const NETWORKS_KEPT = 10;
const NETWORK_KEPT = "90 days";

const countTry = statement((db, { account, place }: TryPlace, { sql }) =>
  db
    .insertInto("password_try")
    .values({ account, place, failures: 1, lastAt: sql`app_now()` })
    .onConflict((known) =>
      known
        .columns(["account", "place"])
        .doUpdateSet((tried) => {
          const isForgotten = sql<boolean>`${tried.ref("password_try.lastAt")} < app_now() - ${FORGOTTEN_AFTER}::interval`;
          const failures = sql<number>`${tried.ref("password_try.failures")} + 1`;
          const delay = sql`least(${MAX_DELAY_SECONDS}, ${FIRST_DELAY_SECONDS} * 2.0 ^ least(${failures} - ${FREE_TRIES}, 10)) * interval '1 s'`;
          return {
            failures: sql<number>`case when ${isForgotten} then 1 else ${failures} end`,
            nextAt: sql<Date>`case when not ${isForgotten} and ${failures} >= ${FREE_TRIES} then app_now() + ${delay} end`,
            lastAt: sql<Date>`app_now()`,
          };
        })
        .where((tried) =>
          tried.or([
            tried("password_try.nextAt", "is", null),
            tried("password_try.nextAt", "<=", sql<Date>`app_now()`),
          ]),
        ),
    )
    .returning("failures"),
);

const delayOf = statement((db, { account, place }: TryPlace, { sql }) =>
  db
    .selectFrom("password_try")
    .select((tried) => sql<number>`ceil(extract(epoch from ${tried.ref("nextAt")} - app_now()))::int`.as("seconds"))
    .where("account", "=", account)
    .where("place", "=", place),
);

/** Counts a try before the password is compared. @returns the number of tries, including this one. @throws RATE_LIMITED during a delay */
export async function takeTry(tx: Tx, { account, place }: TryPlace): Promise<number> {
  const taken = await countTry.row(tx, { account, place });
  if (taken) return taken.failures;
  const delayed = await delayOf.row(tx, { account, place });
  throw rateLimited(Math.max(1, delayed?.seconds ?? 1));
}

/** Resets the count after a right password. */
export async function forgetTries(tx: Tx, { account, place }: TryPlace): Promise<void> {
  await tx.nativeDelete(PasswordTryEntity, { account, place });
}

const tellOnceADay = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .updateTable("app_user")
    .set({ triesToldAt: sql`app_now()` })
    .where("id", "=", userId)
    .where("status", "=", "ACTIVE")
    .where((user) =>
      user.or([user("triesToldAt", "is", null), user("triesToldAt", "<", sql<Date>`app_now() - interval '1 day'`)]),
    )
    .returning("email"),
);

/** Mails a warning about password tries to the person, at most once a day. Without an account no mail is sent. */
export async function tellOfTries(tx: Tx, userId: string | null): Promise<void> {
  if (userId === null) return;
  const told = await tellOnceADay.row(tx, { userId });
  if (told?.email) await writeNotification(tx, { kind: "PASSWORD_TRIED", userId, email: told.email });
}

interface Seen {
  userId: string;
  network: string;
}

const knownNetwork = statement((db, { userId, network }: Seen, { sql }) =>
  db
    .selectFrom("known_network")
    .select("network")
    .where("userId", "=", userId)
    .where("network", "=", network)
    .where("lastAt", ">", sql<Date>`app_now() - ${NETWORK_KEPT}::interval`),
);

export async function isKnownNetwork(tx: Tx, userId: string | null, network: string): Promise<boolean> {
  return userId !== null && (await knownNetwork.row(tx, { userId, network })) !== undefined;
}

const seeNetwork = statement((db, { userId, network }: Seen, { sql }) =>
  db
    .insertInto("known_network")
    .values({ userId, network, lastAt: sql`app_now()` })
    .onConflict((known) => known.columns(["userId", "network"]).doUpdateSet({ lastAt: sql`app_now()` }))
    .returning(sql<boolean>`${sql.ref("known_network.xmax")} = 0`.as("isNew")),
);

const forgetOlderNetworks = statement((db, { userId }: { userId: string }) =>
  db
    .deleteFrom("known_network")
    .where("userId", "=", userId)
    .where("network", "not in", (known) =>
      known
        .selectFrom("known_network as kept")
        .select("kept.network")
        .where("kept.userId", "=", userId)
        .orderBy("kept.lastAt", "desc")
        .orderBy("kept.network")
        .limit(NETWORKS_KEPT),
    ),
);

/** Records the network of a sign-in, and keeps the most recent ones. */
export async function rememberNetwork(tx: Tx, userId: string, network: string): Promise<void> {
  const seen = await seeNetwork.row(tx, { userId, network });
  if (seen!.isNew) await forgetOlderNetworks.change(tx, { userId });
}

const oldTries = statement((db, _, { sql }) =>
  db.deleteFrom("password_try").where("lastAt", "<", sql<Date>`app_now() - ${FORGOTTEN_AFTER}::interval`),
);

const oldNetworks = statement((db, _, { sql }) =>
  db.deleteFrom("known_network").where("lastAt", "<", sql<Date>`app_now() - ${NETWORK_KEPT}::interval`),
);

/** Deletes expired counts and networks. @returns how many rows */
export async function pruneTries(tx: Tx): Promise<number> {
  return (await oldTries.change(tx, {})) + (await oldNetworks.change(tx, {}));
}
