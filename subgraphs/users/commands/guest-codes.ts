// Mailed codes of guests: after a purchase, and for an account that claims purchases of guests.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { isGuest } from "../../../domain/guests.ts";
import type { EmailCode } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";
import { emailKey, isVerified, type Verification } from "../entities/user.ts";
import { CodeRejected, EmailNotVerified } from "../errors.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { lockOwner, openCode } from "./email-codes.ts";
import { take, useOnce, type CodeServices, type GivenCode } from "./given-codes.ts";
import { claimGuests, noteGuestPurchase } from "./guests.ts";
import { refuseUntilTomorrow } from "./mail-limits.ts";

/** After a purchase by a guest whose address is not proven: mails a code, unless the daily limit of the address is reached. */
export async function openGuestCode(
  tx: Tx,
  tokens: Tokens,
  { sendsMail }: Verification,
  userId: string,
): Promise<void> {
  if (!isGuest(userId)) return;
  const guest = await noteGuestPurchase(tx, userId);
  if (guest && sendsMail) await openCode(tx, tokens, guest, guest.email);
}

/** Gives the same answer whether or not there are guests with the address. @throws EmailNotVerified, RATE_LIMITED, UNAVAILABLE without mail */
export async function requestGuestClaim(
  tx: Tx,
  tokens: Tokens,
  verification: Verification,
  viewer: Viewer,
): Promise<EmailCode> {
  if (!verification.sendsMail) throw unavailable("Mail");
  const owner = await lockOwner(tx, viewer.userId);
  if (!isVerified(owner, verification)) throw new EmailNotVerified();
  return (await openCode(tx, tokens, viewer, owner.email, "CLAIM")) ?? refuseUntilTomorrow(tx);
}

const keyOf = statement((db, { userId }: Pick<Viewer, "userId">) =>
  db.selectFrom("app_user").select("emailKey").where("id", "=", userId),
);

/** The account gets the purchases of guests with its address. Refusals: CodeRejected, IdempotencyKeyReused */
export async function claimGuestOrders(
  database: Database,
  services: CodeServices,
  viewer: Viewer,
  given: GivenCode,
): Promise<void> {
  await useOnce(database, services, viewer, { mutation: "claimGuestOrders", purpose: "CLAIM" }, given, async (tx) => {
    const key = (await keyOf.row(tx, viewer))?.emailKey;
    if (!key) throw new CodeRejected();
    await claimGuests(tx, services.notifier, key, async () => {
      const owner = await lockOwner(tx, viewer.userId);
      const { email } = await take(tx, given.id);
      // The address of the account may have changed since.
      if (owner.emailKey !== key || emailKey(email) !== key) throw new CodeRejected();
      return owner;
    });
    reach("guests merged, not committed");
  });
}
