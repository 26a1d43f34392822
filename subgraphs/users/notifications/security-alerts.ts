// The mail of an alert, with the code that answers it. It names neither the device nor the new address: an intruder may have chosen both.
import type { Database } from "../../../platform/postgres/database.ts";
import type { NotificationKind } from "../entities/email-code.ts";
import { ALERT_HOURS } from "../entities/security-alert.ts";
import { statement } from "../entities/tables.ts";
import { isRestricted, type Verification } from "../entities/user.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { withLink } from "./links.ts";
import { translationFor } from "./translations.ts";
import type { Text } from "./translations/words.ts";

const openAlert = statement((db, { id }: { id: string }, { sql }) =>
  db
    .selectFrom("security_alert as a")
    .innerJoin("app_user as u", "u.id", "a.userId")
    .select(["a.kind", "a.codeHash", "u.preferences", "u.email", "u.emailVerifiedAt", "u.mustVerify"])
    .where("a.id", "=", id)
    .where("a.endedAt", "is", null)
    .where("a.expiresAt", ">", sql<Date>`app_now()`),
);

const TEXT_OF = {
  NEW_DEVICE: "newDevice",
  EMAIL_CHANGE_UNDO: "changedUndo",
  FACTOR_ADDED: "factorAdded",
  FACTOR_REMOVED: "factorRemoved",
  FACTOR_TRIED: "factorTried",
  FACTORS_AT_RESET: "factorsAtReset",
} as const;

/** Undefined for an alert that was answered or has expired, and unless the address has changed for an account whose address may be that of a stranger. */
export async function textOfAlert(
  database: Database,
  tokens: Tokens,
  verification: Verification,
  { id, notice }: { id: string; notice: NotificationKind },
  publicUrl: string | null,
): Promise<{ text: Text; locale: string } | undefined> {
  const alert = await openAlert.row(database.read(), { id });
  const code = alert && tokens.alertCodes(id).find((one) => hashToken(one) === alert.codeHash);
  if (code === undefined) return undefined;
  if (alert!.kind !== "EMAIL_CHANGE" && isRestricted(alert!, verification)) return undefined;
  const locale = (alert!.preferences as { locale?: string }).locale ?? "en";
  const words = translationFor(locale);
  const isChange = alert!.kind === "EMAIL_CHANGE";
  const text = words[TEXT_OF[notice as keyof typeof TEXT_OF]](code, ALERT_HOURS);
  return {
    text: withLink(text, code, `${isChange ? "undo-email-change" : "report-sign-in"}?code=${code}`, publicUrl),
    locale,
  };
}
