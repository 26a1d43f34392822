// Sends letters of one mailing together, with a few statements for all of them. A letter that can't be sent at once gets a job of its own
// (send.ts), which waits or retries. After a crash before the commit the mails are sent twice, with one Message-ID each.
import { reach } from "../../../platform/core/fault-points.ts";
import { scheduleMany, type JobContext } from "../../../platform/jobs/jobs.ts";
import type { Mail } from "../../../platform/mail.ts";
import { countNotifications, settleNotifications } from "../commands/write-notifications.ts";
import type { StoredNotification } from "../entities/notification.ts";
import { JOBS } from "../job-names.ts";
import { contentsOf, type NotificationContent } from "../queries/notifications.ts";
import { compose } from "./compose.ts";
import { requirePost, type MailDeps } from "./send.ts";

type Ready = { notification: StoredNotification; mail: Mail };

/** Mails that are sent at once; the mailer has as many connections. */
const AT_ONCE = 2;

export async function sendNotifications(
  { database, logger, complete }: Pick<JobContext, "database" | "logger" | "complete">,
  given: MailDeps | null,
  letterIds: string[],
): Promise<void> {
  const post = requirePost(given);
  const contents = await contentsOf(database, letterIds);
  const { ready, needless, others } = await prepare(post, contents);
  const counted = await database.transaction((tx) =>
    countNotifications(
      tx,
      ready.map(({ notification }) => notification),
    ),
  );
  const due = ready.filter(({ notification }) => counted.has(notification.id));
  const sent: string[] = [];
  const next = due.values();
  const work = async () => {
    for (const { notification, mail } of next)
      await post.mailer.send(mail).then(
        () => sent.push(notification.id),
        (error: unknown) =>
          logger.warn({ notification: notification.id, err: error }, "a mail failed: it will be retried"),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  reach("letters mailed, not settled");
  const left = new Set(sent);
  const alone = [...others, ...ready.map(({ notification }) => notification.id).filter((id) => !left.has(id))];
  await database.transaction(async (tx) => {
    await complete(tx);
    await settleNotifications(tx, sent, "SENT");
    await settleNotifications(tx, needless, "NEEDLESS");
    await scheduleMany(
      tx,
      "orders",
      JOBS.notification,
      alone.map((letterId) => ({ key: letterId, body: { letterId } })),
    );
  });
}

/** Those of unverified addresses are for a job of their own. */
async function prepare(
  post: MailDeps,
  contents: NotificationContent[],
): Promise<{ ready: Ready[]; needless: string[]; others: string[] }> {
  const ready: Ready[] = [];
  const needless: string[] = [];
  const others: string[] = [];
  const [first] = contents;
  if (!first) return { ready, needless, others };
  const { contacts, letterhead } = await post.users.recipients(
    contents.map(({ notification }) => notification.recipientId),
    first.order.organizationId,
  );
  for (const content of contents) {
    const { event, notification } = content;
    const contact = contacts.get(notification.recipientId);
    if (!event || contact?.verified === false) {
      others.push(notification.id);
      continue;
    }
    const mail = contact && (await compose({ ...content, event }, { contact, letterhead }, post));
    if (mail) ready.push({ notification, mail });
    else needless.push(notification.id);
  }
  return { ready, needless, others };
}
