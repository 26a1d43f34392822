// Sends a notification. Whoever dies between the mail server's yes and our note of it has it sent twice, under one Message-ID.
import type { Database } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import { countNotification, putAside, takeBack } from "../commands/write-notifications.ts";
import type { LetterStatus } from "../schema.generated.ts";
import { contentOf, type NotificationContent } from "../queries/notifications.ts";
import type { UsersClient } from "../clients/users.ts";
import { compose, type Stationery } from "./compose.ts";

export interface MailDeps extends Stationery {
  mailer: Mailer;
  users: UsersClient;
}

/** After that nobody waits for it any more. */
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;

/** WAITS: its recipient's address is not verified. TOMORROW: the recipient was sent enough today. */
type Outcome = LetterStatus | "WAITS" | "TOMORROW";

/**
 * What has become of it; undefined for one that is settled already.
 * @param releasedAt since when it can be sent, if it had to wait
 * @throws Error for what may go well the next time
 */
export async function sendNotification(
  database: Database,
  post: MailDeps | null,
  letterId: string,
  releasedAt?: Date,
): Promise<Outcome | undefined> {
  const content = await contentOf(database, letterId);
  if (!content) return undefined;
  return deliver(database, post, content).catch((error: unknown): Outcome => {
    const since = releasedAt ?? content.notification.writtenAt;
    if (error instanceof MailRefused || Date.now() - since.getTime() > GIVEN_UP_AFTER_MS) return "FAILED";
    throw error;
  });
}

async function deliver(database: Database, post: MailDeps | null, content: NotificationContent): Promise<Outcome> {
  if (!post) throw new Error("No mail server is configured: set SMTP_URL.");
  const { event, notification, ...rest } = content;
  if (!event) throw new Error("The name of the event has not arrived from catalog yet.");
  let contact = await post.users.mailContact(notification.recipientId);
  if (contact && !contact.verified) {
    await database.transaction((tx) => putAside(tx, notification));
    reach("mail moved to the dead letters");
    // An address that was verified before that is seen here. For one that is verified later EmailVerified finds the notification.
    contact = await post.users.mailContact(notification.recipientId);
    if (contact && !contact.verified) return "WAITS";
    if (!(await database.transaction((tx) => takeBack(tx, notification.id)))) return "WAITS";
  }
  const mail = contact && (await compose({ ...rest, notification, event }, contact, post));
  if (!mail) return "NEEDLESS";
  if (!(await database.transaction((tx) => countNotification(tx, notification)))) return "TOMORROW";
  await post.mailer.send(mail);
  return "SENT";
}
