// Identities of a person at other providers, oldest first.
import type { Database } from "../../../platform/postgres/database.ts";
import { IdentityEntity, type Identity } from "../entities/identity.ts";

export function findIdentities(database: Database, userId: string): Promise<Identity[]> {
  return database
    .read()
    .find(IdentityEntity, { userId, removedAt: null }, { orderBy: { createdAt: "asc", id: "asc" } });
}
