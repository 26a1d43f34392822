// The mail that platform staff view an account. It has neither the reason nor the name of the member of staff: both are in the audit log.
import type { Database } from "../../../platform/postgres/database.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import { MOST_MINUTES } from "../entities/support-view.ts";
import { isRestricted, type Verification } from "../entities/user.ts";
import { findViewedPerson } from "../queries/support-views.ts";
import { mailOf } from "./mails.ts";
import { translationFor } from "./translations.ts";

/** @throws Error for a transient failure */
export async function mailView(
  database: Database,
  mailer: Mailer,
  { sessionId, verification }: { sessionId: string; verification: Verification },
): Promise<void> {
  const person = await findViewedPerson(database, sessionId);
  if (!person?.email || isRestricted(person, verification)) return;
  const locale = person.preferences.locale ?? "en";
  try {
    await mailer.send(mailOf(sessionId, person.email, translationFor(locale).viewed(MOST_MINUTES), locale));
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}
