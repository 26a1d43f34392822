// Sends a letter. Whoever dies between the mail server's yes and our note of it has it sent twice, under one Message-ID.
import type { Database } from "../../../platform/database.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import type { LetterStatus } from "../schema.generated.ts";
import { contentOf, type LetterContent } from "../read/letters.ts";
import type { UsersClient } from "../users-client.ts";
import { compose, type Stationery } from "./compose.ts";

export interface Post extends Stationery {
  mailer: Mailer;
  users: UsersClient;
}

/** After that nobody waits for it any more. */
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;

/** What has become of it; undefined for one that is settled already. @throws Error for what may go well the next time */
export async function sendLetter(
  database: Database,
  post: Post | null,
  letterId: string,
): Promise<LetterStatus | undefined> {
  const content = await contentOf(database, letterId);
  if (!content) return undefined;
  return deliver(post, content).catch((error: unknown): LetterStatus => {
    if (error instanceof MailRefused || Date.now() - content.letter.writtenAt.getTime() > GIVEN_UP_AFTER_MS)
      return "FAILED";
    throw error;
  });
}

async function deliver(post: Post | null, content: LetterContent): Promise<LetterStatus> {
  if (!post) throw new Error("There is no mail server: set SMTP_URL.");
  const { event, ...rest } = content;
  if (!event) throw new Error("Catalog has not said yet what the event is called.");
  const contact = await post.users.mailContact(content.letter.recipientId);
  const mail = contact && (await compose({ ...rest, event }, contact, post));
  if (!mail) return "NEEDLESS";
  await post.mailer.send(mail);
  return "SENT";
}
