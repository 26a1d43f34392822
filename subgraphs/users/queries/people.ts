// Accounts that may sign in to apps.
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import type { Proof } from "../entities/second-factor.ts";
import type { User } from "../entities/user.ts";

const person = statement((db, { id }: { id: string }) =>
  db.selectFrom("app_user").selectAll().where("id", "=", id).where("status", "=", "ACTIVE"),
);

/** Undefined for a suspended or erased account. */
export async function findPerson(database: Database, id: string): Promise<User | undefined> {
  const known = uuidOrNull(id);
  return known === null ? undefined : ((await person.row(database.read(), { id: known })) as User | undefined);
}

const proofs = statement((db, { sessionId, userId }: { sessionId: string; userId: string }) =>
  db
    .selectFrom("session")
    .select(["amr"])
    .select((of) => of.fn.coalesce("authTime", "createdAt").as("authTime"))
    .where("id", "=", sessionId)
    .where("userId", "=", userId)
    .where("endedAt", "is", null),
);

/** When and how the person of an open session last proved who they are. */
export async function findProofs(
  database: Database,
  session: { sessionId: string; userId: string },
): Promise<{ amr: Proof[]; authTime: Date } | undefined> {
  return proofs.row(database.read(), session) as Promise<{ amr: Proof[]; authTime: Date } | undefined>;
}
