// Wrong passwords are counted by account, in the database and before anything is hashed: of many tries at once no more get through than
// of many one after the other. What is counted are tries; the right password takes them back. Networks that signed in before are counted
// each by itself, so that strangers who guess delay each other and not the owner.
import { rateLimited } from "../../../platform/core/errors.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { writeLetter } from "./email-codes.ts";

/** Where a try comes from. */
export interface TryPlace {
  /** A keyed hash of the address. */
  account: string;
  place: string;
}

/** Of networks that have not signed in to the account before, together. */
export const STRANGERS = "";
/** So many tries are looked at one after the other; then there is a delay after each. */
export const FREE_TRIES = 8;
const FIRST_DELAY_SECONDS = 60;
const MAX_DELAY_SECONDS = 900;
/** After so long without a try they begin anew. */
const FORGOTTEN_AFTER = "24 hours";
/** So many wrong passwords of one session end it. */
export const SESSION_TRIES = 5;

const NETWORKS_KEPT = 10;
const NETWORK_KEPT = "90 days";

/** Counts a try before it is looked at; how many there were, with this one. @throws RATE_LIMITED while a delay lasts */
export async function takeTry(tx: Tx, { account, place }: TryPlace): Promise<number> {
  const taken = await row<{ failures: number }>(
    tx,
    sql`insert into password_try as t (account, place, failures, last_at) values (${account}, ${place}, 1, app_now())
        on conflict (account, place) do update set
          failures = case when t.last_at < app_now() - ${FORGOTTEN_AFTER}::interval then 1 else t.failures + 1 end,
          next_at = case when t.last_at >= app_now() - ${FORGOTTEN_AFTER}::interval and t.failures + 1 >= ${FREE_TRIES}
            then app_now() + least(${MAX_DELAY_SECONDS}, ${FIRST_DELAY_SECONDS} * 2.0 ^ least(t.failures + 1 - ${FREE_TRIES}, 10)) * interval '1 s' end,
          last_at = app_now()
        where t.next_at is null or t.next_at <= app_now() returning failures`,
  );
  if (taken) return taken.failures;
  const delayed = await row<{ seconds: number }>(
    tx,
    sql`select ceil(extract(epoch from next_at - app_now()))::int as seconds from password_try where account = ${account} and place = ${place}`,
  );
  throw rateLimited(Math.max(1, delayed?.seconds ?? 1));
}

/** The password was right. */
export async function forgetTries(tx: Tx, { account, place }: TryPlace): Promise<void> {
  await rows(tx, sql`delete from password_try where account = ${account} and place = ${place}`);
}

/** Writes to the person that somebody tries passwords, once a day at most. Without an account nobody is written to. */
export async function tellOfTries(tx: Tx, userId: string | null): Promise<void> {
  const told = await row<{ email: string }>(
    tx,
    sql`update app_user set tries_told_at = app_now()
        where id = ${userId}::uuid and status = 'ACTIVE' and (tries_told_at is null or tries_told_at < app_now() - interval '1 day')
        returning email`,
  );
  if (told && userId) await writeLetter(tx, { kind: "PASSWORD_TRIED", userId, email: told.email });
}

export async function isKnownNetwork(tx: Tx, userId: string | null, network: string): Promise<boolean> {
  const known = await row(
    tx,
    sql`select 1 from known_network where user_id = ${userId}::uuid and network = ${network}
          and last_at > app_now() - ${NETWORK_KEPT}::interval`,
  );
  return known !== undefined;
}

/** The last few are kept. */
export async function rememberNetwork(tx: Tx, userId: string, network: string): Promise<void> {
  await rows(
    tx,
    sql`insert into known_network (user_id, network, last_at) values (${userId}, ${network}, app_now())
        on conflict (user_id, network) do update set last_at = excluded.last_at`,
  );
  await rows(
    tx,
    sql`delete from known_network where user_id = ${userId} and network not in
          (select network from known_network where user_id = ${userId} order by last_at desc, network limit ${NETWORKS_KEPT})`,
  );
}

/** How many rows were of no use any more. */
export async function pruneTries(tx: Tx): Promise<number> {
  const tries = await change(
    tx,
    sql`delete from password_try where last_at < app_now() - ${FORGOTTEN_AFTER}::interval`,
  );
  return (
    tries + (await change(tx, sql`delete from known_network where last_at < app_now() - ${NETWORK_KEPT}::interval`))
  );
}
