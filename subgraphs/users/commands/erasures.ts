// Erases people: here at once, in the other subgraphs by message. Each signs a receipt. The ids stay, so that orders and payments remain
// consistent; nothing that is kept has a name.
import type { JSONWebKeySet } from "jose";
import { unauthenticated } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import type { Signer } from "../../../platform/identity/identity.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { eraseDeclared } from "../../../platform/personal-data/erasure.ts";
import { signReceipt } from "../../../platform/personal-data/receipts.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { UserErased } from "../../../schema/messages/users.ts";
import { consumersOf } from "../../../schema/redis-access.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import type { ErasedPerson } from "../entities/erasure.ts";
import { statement } from "../entities/tables.ts";
import { UserEntity, type User } from "../entities/user.ts";
import { ERASURE_MAIL_JOB, LIST_ERASURE_JOB, REPEAT_ERASURE_JOB } from "../job-names.ts";
import { personalData } from "../personal-data.ts";
import { forgetCodes } from "./email-codes.ts";
import { keepReceipt } from "./erasure-receipts.ts";
import { leaveAll } from "./memberships.ts";
import { endSessionsOf } from "./sessions.ts";

export interface Erasing {
  tokens: Tokens;
  notifier: ChangeNotifier;
  signer: Signer;
  trustedKeys: JSONWebKeySet;
  /** Whether the person gets a last mail. */
  sendsMail: boolean;
}

/** An erasure is repeated after it: requests in flight may have written more, and receipts may be missing. */
const REPEATED_AFTER_SECONDS = 3_600;

interface NewErasure {
  id: string;
  userId: string;
  secretHash: string;
  erasedAt: string | null;
  subgraphs: string[];
  email: string | null;
  locale: string | null;
}

const newErasure = statement((db, of: NewErasure, { sql }) =>
  db
    .insertInto("erasure")
    .values({
      id: of.id,
      userId: of.userId,
      secretHash: of.secretHash,
      erasedAt: sql`coalesce(${of.erasedAt}::timestamptz, date_trunc('milliseconds', app_now()))`,
      subgraphs: sql`${of.subgraphs}::text[]`,
      email: of.email,
      locale: of.locale,
    })
    .onConflict((known) => known.doNothing()),
);

const deleteInvitations = statement((db, { keys }: { keys: string[] }, { sql }) =>
  db.deleteFrom("invitation").where((of) => sql<boolean>`lower(normalize(${of.ref("email")})) = any(${keys}::text[])`),
);

/** Invitations to the address of the person, in either spelling of its domain. */
async function forgetInvitations(tx: Tx, { email, emailKey }: User): Promise<number> {
  if (!email || !emailKey) return 0;
  return deleteInvitations.change(tx, { keys: [emailKey, email.toLowerCase().normalize("NFC")] });
}

/** Erases the account. Returns the id and the secret that show its receipts. @throws LastOwner; UNAUTHENTICATED if it is already erased */
export async function eraseUser(
  tx: Tx,
  erasing: Erasing,
  userId: string,
): Promise<{ erasureId: string; secret: string }> {
  const user = await tx.findOne(UserEntity, { id: userId, status: { $ne: "DELETED" } }, LOCKED);
  if (!user) throw unauthenticated();
  await leaveAll(tx, userId);
  const id = uuid();
  const [secret] = erasing.tokens.erasureSecrets(id);
  await erase(tx, erasing, { id, userId, secretHash: hashToken(secret), erasedAt: null }, user);
  return { erasureId: id, secret };
}

/** Erases a person on the list again, in a database that was restored to a time before the erasure. */
export async function eraseListed(tx: Tx, erasing: Erasing, person: ErasedPerson): Promise<void> {
  const user = await tx.findOne(UserEntity, { id: person.userId, status: { $ne: "DELETED" } }, LOCKED);
  if (user) await leaveAll(tx, person.userId, true);
  await erase(tx, erasing, person, user);
}

async function erase(
  tx: Tx,
  { notifier, signer, trustedKeys, sendsMail }: Erasing,
  { id, userId, secretHash, erasedAt }: Omit<ErasedPerson, "erasedAt"> & { erasedAt: Date | null },
  user: User | null,
): Promise<void> {
  const isMailed = sendsMail && user?.email != null && erasedAt === null;
  const isNew = await newErasure.change(tx, {
    id,
    userId,
    secretHash,
    erasedAt: erasedAt?.toISOString() ?? null,
    subgraphs: [signer.name, ...consumersOf(signer.name)],
    email: isMailed ? user.email! : null,
    locale: isMailed ? (user.preferences.locale ?? "en") : null,
  });
  if (isNew === 0) return; // another process erases
  const invitations = user ? await forgetInvitations(tx, user) : 0;
  if (user) await forgetCodes(tx, user);
  await endSessionsOf(tx, notifier, userId);
  const counts = { ...(await eraseDeclared(tx, personalData, userId)), invitation: invitations };
  const receipt = await signReceipt(signer, {
    erasureId: id,
    subgraph: signer.name,
    counts,
    at: new Date().toISOString(),
  });
  await keepReceipt(tx, trustedKeys, id, { publisher: signer.name, receipt });
  await publish(tx, UserErased, userId, { userId, erasureId: id });
  await schedule(tx, "users", LIST_ERASURE_JOB, id, { erasureId: id });
  await schedule(tx, "users", REPEAT_ERASURE_JOB, id, { erasureId: id }, { inSeconds: REPEATED_AFTER_SECONDS });
  if (isMailed) await schedule(tx, "users", ERASURE_MAIL_JOB, id, { erasureId: id });
}

const openErasure = statement((db, { id }: { id: string }) =>
  db.selectFrom("erasure").select(["userId", "completedAt"]).where("id", "=", id),
);

/** Erases here again, and publishes the erasure again. Returns the seconds until the next repetition; undefined if all receipts are there. */
export async function repeatErasure(tx: Tx, erasureId: string): Promise<number | undefined> {
  const erasure = await openErasure.row(tx, { id: erasureId });
  if (!erasure) return undefined;
  await eraseDeclared(tx, personalData, erasure.userId);
  await publish(tx, UserErased, erasure.userId, { userId: erasure.userId, erasureId });
  return erasure.completedAt ? undefined : REPEATED_AFTER_SECONDS;
}

const forgetAddress = statement((db, { id }: { id: string }) =>
  db.updateTable("erasure").set({ email: null, locale: null }).where("id", "=", id),
);

/** Deletes the address after the last mail was sent or given up. */
export async function noteErasureMailed(tx: Tx, erasureId: string): Promise<void> {
  await forgetAddress.change(tx, { id: erasureId });
}
