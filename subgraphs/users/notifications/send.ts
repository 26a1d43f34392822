// Sends mail about an account. What goes out is decided here, in a job, and not where it was asked for: so whoever asks
// can't tell by the answer or its time whether somebody has an account.
import type { Database } from "../../../platform/postgres/database.ts";
import { htmlOf } from "../../../platform/http/html.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { CODE_MINUTES } from "../commands/email-codes.ts";
import type { LetterKind } from "../entities/email-code.ts";
import { emailKey, type Preferences } from "../entities/user.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { wordsFor } from "./translations.ts";
import type { Words } from "./translations/words.ts";

export interface Post {
  mailer: Mailer;
  tokens: Tokens;
}

interface Letter {
  id: string;
  kind: LetterKind;
  email: string;
  codeId: string | null;
  writtenAt: Date;
  /** Whether the code can still be used. */
  isOpen: boolean;
  ownEmail: string | null;
  isVerified: boolean;
  preferences: Preferences;
}

/** After that nobody waits for it any more. */
const GIVEN_UP_AFTER_MS = 86_400_000;

/** Sends the letter, if it still has something to say. @throws Error for what may go well the next time */
export async function sendLetter(database: Database, post: Post | null, letterId: string): Promise<void> {
  const letter = await row<Letter>(
    database.read(),
    sql`select l.id, l.kind, l.email, l.code_id, l.written_at, u.email as own_email, u.email_verified_at is not null as is_verified, u.preferences,
          coalesce(c.ended_at is null and c.expires_at > app_now(), false) as is_open
        from letter l join app_user u on u.id = l.user_id left join email_code c on c.id = l.code_id
        where l.id = ${letterId} and u.status = 'ACTIVE'`,
  );
  if (!letter) return;
  try {
    if (!post) throw new Error("No mail server is configured: set SMTP_URL.");
    await deliver(database, post, letter);
  } catch (error) {
    if (error instanceof MailRefused || Date.now() - letter.writtenAt.getTime() > GIVEN_UP_AFTER_MS) return;
    throw error;
  }
}

async function deliver(database: Database, { mailer, tokens }: Post, letter: Letter): Promise<void> {
  const say = async (locale: string | undefined, textOf: (words: Words) => Words["taken"]) => {
    const { subject, paragraphs } = textOf(wordsFor(locale ?? "en"));
    await mailer.send({
      id: letter.id,
      to: { name: "", address: letter.email },
      subject,
      text: `${paragraphs.join("\n\n")}\n`,
      html: htmlOf(paragraphs, locale ?? "en"),
      attachments: [],
    });
  };
  const { locale } = letter.preferences;
  if (letter.kind === "EMAIL_CHANGED") return say(locale, (words) => words.changed);
  if (letter.kind === "PASSWORD_TRIED") return say(locale, (words) => words.tried);
  const key = emailKey(letter.email);
  const isOwn = letter.ownEmail !== null && emailKey(letter.ownEmail) === key;
  if (!letter.isOpen || (isOwn && letter.isVerified)) return;
  const other = isOwn
    ? undefined
    : await row<{ preferences: Preferences }>(
        database.read(),
        sql`select preferences from app_user where email_key = ${key}`,
      );
  if (other) return say(other.preferences.locale, (words) => words.taken);
  return say(locale, (words) => words.code(tokens.emailCodes(letter.codeId!)[0], CODE_MINUTES));
}
