import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { InvitationEntity, type Invitation } from "../entities/invitation.ts";

export async function findInvitation(database: Database, id: string): Promise<Invitation | null> {
  return uuidOrNull(id) ? database.read().findOne(InvitationEntity, { id }) : null;
}
