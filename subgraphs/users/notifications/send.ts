// Sends mail about accounts. A job decides the content, not the request: so neither the answer nor its time reveals whether an account
// exists.
import type { Database } from "../../../platform/postgres/database.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import { CODE_MINUTES, GUEST_CODE_HOURS } from "../commands/email-codes.ts";
import type { NotificationKind } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";
import { emailKey, type Preferences, type Verification } from "../entities/user.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { hasGuests } from "../queries/guests.ts";
import { noteMailed, textOfCode } from "./anonymous-codes.ts";
import { textOfInvitation } from "./invitations.ts";
import { withLink } from "./links.ts";
import { mailOf } from "./mails.ts";
import { textOfAlert } from "./security-alerts.ts";
import { translationFor } from "./translations.ts";
import type { Text, Translation } from "./translations/words.ts";

export interface MailDeps {
  mailer: Mailer;
  tokens: Tokens;
  verification: Verification;
  /** URL of the gateway for people; null: mails have no links. */
  publicUrl: string | null;
}

interface Notification {
  id: string;
  kind: NotificationKind;
  email: string;
  codeId: string | null;
  invitationId: string | null;
  alertId: string | null;
  writtenAt: Date;
  /** Whether the code can still be used. */
  isOpen: boolean;
  ownEmail: string | null;
  isVerified: boolean;
  /** Null if the notification is not about a known account. */
  preferences: Preferences | null;
}

const notificationTo = statement((db, { id }: { id: string }, { sql }) =>
  db
    .selectFrom("letter as l")
    .leftJoin("app_user as u", "u.id", "l.userId")
    .leftJoin("email_code as c", "c.id", "l.codeId")
    .select([
      "l.id",
      "l.kind",
      "l.email",
      "l.codeId",
      "l.invitationId",
      "l.alertId",
      "l.writtenAt",
      "u.email as ownEmail",
      "u.preferences",
    ])
    .select((of) => [
      of("u.emailVerifiedAt", "is not", null).as("isVerified"),
      sql<boolean>`coalesce(${of.ref("c.endedAt")} is null and ${of.ref("c.expiresAt")} > app_now(), false)`.as(
        "isOpen",
      ),
    ])
    .where("l.id", "=", id)
    .where((of) => of.or([of("l.userId", "is", null), of("u.status", "=", "ACTIVE")]))
    .$castTo<Notification>(),
);

const owner = statement((db, { emailKey: key }: { emailKey: string }) =>
  db.selectFrom("app_user").select("preferences").where("emailKey", "=", key),
);

/** Age after which a notification is obsolete. */
const GIVEN_UP_AFTER_MS = 86_400_000;

/** Sends the notification, unless it is obsolete. @throws Error for a transient failure */
export async function sendNotification(database: Database, post: MailDeps | null, letterId: string): Promise<void> {
  const notification = await notificationTo.row(database.read(), { id: letterId });
  // Without a mail server sessions begin without alerts.
  if (!notification || (!post && notification.alertId !== null)) return;
  try {
    if (!post) throw new Error("No mail server is configured: set SMTP_URL.");
    await deliver(database, post, notification);
  } catch (error) {
    if (error instanceof MailRefused || Date.now() - notification.writtenAt.getTime() > GIVEN_UP_AFTER_MS) return;
    throw error;
  }
}

async function deliver(
  database: Database,
  { mailer, tokens, verification, publicUrl }: MailDeps,
  notification: Notification,
): Promise<void> {
  const send = (text: Text, locale: string) => mailer.send(mailOf(notification.id, notification.email, text, locale));
  const say = (locale: string | undefined, textOf: (words: Translation) => Text) =>
    send(textOf(translationFor(locale ?? "en")), locale ?? "en");
  if (notification.kind === "ANONYMOUS_CODE") {
    const code = await textOfCode(database, tokens, notification.codeId!, publicUrl);
    if (!code) return;
    await send(code.text, code.locale);
    return noteMailed(database, notification.codeId!);
  }
  if (notification.kind === "INVITATION") {
    const invitation = await textOfInvitation(database, tokens, notification.invitationId!);
    return invitation && send(invitation.text, invitation.locale);
  }
  if (notification.alertId !== null) {
    const alert = await textOfAlert(
      database,
      tokens,
      verification,
      { id: notification.alertId, notice: notification.kind },
      publicUrl,
    );
    return alert && send(alert.text, alert.locale);
  }
  const locale = notification.preferences?.locale;
  if (notification.kind === "PASSWORD_RESET") return say(locale, (words) => words.passwordReset);
  if (notification.kind === "EMAIL_CHANGED") return say(locale, (words) => words.changed);
  if (notification.kind === "PASSWORD_TRIED") return say(locale, (words) => words.tried);
  if (notification.kind === "GUEST_CODE" || notification.kind === "CLAIM_CODE") {
    if (!notification.isOpen) return;
    const [code] = tokens.emailCodes(notification.codeId!);
    if (notification.kind === "GUEST_CODE")
      return say(locale, (words) =>
        withLink(words.guest(code, GUEST_CODE_HOURS), code, `guest?code=${code}`, publicUrl),
      );
    if (!(await hasGuests(database, notification.email))) return say(locale, (words) => words.noGuestOrders);
    return say(locale, (words) =>
      withLink(words.claim(code, CODE_MINUTES), code, `claim?id=${notification.codeId}&code=${code}`, publicUrl),
    );
  }
  const key = emailKey(notification.email);
  const isOwn = notification.ownEmail !== null && emailKey(notification.ownEmail) === key;
  if (!notification.isOpen || (isOwn && notification.isVerified)) return;
  const other = isOwn ? undefined : await owner.row(database.read(), { emailKey: key });
  if (other) return say(other.preferences.locale, (words) => words.taken);
  const [code] = tokens.emailCodes(notification.codeId!);
  return say(locale, (words) => withLink(words.code(code, CODE_MINUTES), code, `verify?code=${code}`, publicUrl));
}
