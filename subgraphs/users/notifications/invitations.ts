// The mail of an invitation. It has no text that a person wrote: anybody can invite any address.
import type { Database } from "../../../platform/postgres/database.ts";
import { INVITATION_DAYS } from "../entities/invitation.ts";
import { statement } from "../entities/tables.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { findUserByEmail } from "../queries/users.ts";
import { translationFor } from "./translations.ts";
import type { Text } from "./translations/words.ts";

const openInvitation = statement((db, { id }: { id: string }, { sql }) =>
  db
    .selectFrom("invitation")
    .select(["email", "tokenHash"])
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`),
);

/** Undefined for an invitation that was accepted or revoked, or has expired. */
export async function textOfInvitation(
  database: Database,
  tokens: Tokens,
  id: string,
): Promise<{ text: Text; locale: string } | undefined> {
  const invitation = await openInvitation.row(database.read(), { id });
  const token = invitation && tokens.invitationTokens(id).find((one) => hashToken(one) === invitation.tokenHash);
  if (!token) return undefined;
  const locale = (await findUserByEmail(database, invitation.email))?.preferences.locale ?? "en";
  return { text: translationFor(locale).invitation(token, INVITATION_DAYS), locale };
}
