// Sends a notification. After a crash between the server's acceptance and our commit the mail is sent twice, with one Message-ID.
import type { Database } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import { countNotification, putAside, takeBack } from "../commands/write-notifications.ts";
import type { LetterStatus } from "../schema.generated.ts";
import { contentsOf, type NotificationContent } from "../queries/notifications.ts";
import type { UsersClient } from "../clients/users.ts";
import { compose, type Stationery } from "./compose.ts";

export interface MailDeps extends Stationery {
  mailer: Mailer;
  users: UsersClient;
}

/** Age after which a failing notification is given up. */
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;

/** WAITS: the recipient's address is not verified. A date: the recipient's daily limit is reached, and it is to be sent then. */
type Outcome = LetterStatus | "WAITS" | Date;

/**
 * Returns the outcome; undefined for a settled notification.
 * @param releasedAt time from which it can be sent, if it had to wait
 * @throws Error if a retry may succeed
 */
export async function sendNotification(
  database: Database,
  post: MailDeps | null,
  letterId: string,
  releasedAt?: Date,
): Promise<Outcome | undefined> {
  const [content] = await contentsOf(database, [letterId]);
  if (!content) return undefined;
  return deliver(database, post, content).catch((error: unknown): Outcome => {
    const since = releasedAt ?? content.notification.writtenAt;
    if (error instanceof MailRefused || Date.now() - since.getTime() > GIVEN_UP_AFTER_MS) return "FAILED";
    throw error;
  });
}

export function requirePost(post: MailDeps | null): MailDeps {
  if (!post) throw new Error("No mail server is configured: set SMTP_URL.");
  return post;
}

async function deliver(database: Database, given: MailDeps | null, content: NotificationContent): Promise<Outcome> {
  const post = requirePost(given);
  const { event, notification, ...rest } = content;
  if (!event) throw new Error("The name of the event has not arrived from catalog yet.");
  const { recipientId } = notification;
  const ask = () => post.users.recipients([recipientId], content.order.organizationId);
  const { contacts, letterhead } = await ask();
  let contact = contacts.get(recipientId);
  if (contact && !contact.verified) {
    await database.transaction((tx) => putAside(tx, notification));
    reach("mail moved to the dead letters");
    // This read finds an address that was verified before the notification was set to wait. For a later one EmailVerified releases it.
    contact = (await ask()).contacts.get(recipientId);
    if (contact && !contact.verified) return "WAITS";
    if (!(await database.transaction((tx) => takeBack(tx, notification.id)))) return "WAITS";
  }
  const mail = contact && (await compose({ ...rest, notification, event }, { contact, letterhead }, post));
  if (!mail) return "NEEDLESS";
  const waitsUntil = await database.transaction((tx) => countNotification(tx, notification));
  if (waitsUntil) return waitsUntil;
  await post.mailer.send(mail);
  return "SENT";
}
