// Content of the mail for a code that was requested without a session. A job decides it, not the request: so neither the answer nor its
// time reveals whether an account exists.
import type { Database } from "../../../platform/postgres/database.ts";
import { CODE_MINUTES } from "../commands/email-codes.ts";
import type { AnonymousPurpose, Registration } from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { hasGuests } from "../queries/guests.ts";
import { findUserByEmail } from "../queries/users.ts";
import { withLink } from "./links.ts";
import { translationFor } from "./translations.ts";
import type { Text } from "./translations/words.ts";

const openCode = statement((db, { id }: { id: string }, { sql }) =>
  db
    .selectFrom("email_code")
    .select(["purpose", "email", "registration"])
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`),
);

const TRANSLATION_OF = {
  SIGN_IN: "signIn",
  RESET: "reset",
  REGISTER: "register",
  GUEST_ORDERS: "guestOrders",
} as const;

/** Undefined for a code that is no longer open, or whose account is suspended. */
export async function textOfCode(
  database: Database,
  tokens: Tokens,
  id: string,
  publicUrl: string | null,
): Promise<{ text: Text; locale: string } | undefined> {
  const code = await openCode.row(database.read(), { id });
  if (!code) return undefined;
  const purpose = code.purpose as AnonymousPurpose;
  const owner = await findUserByEmail(database, code.email);
  const registration = code.registration as Registration | null;
  const locale = owner?.preferences.locale ?? registration?.locale ?? "en";
  const words = translationFor(locale);
  if (purpose === "GUEST_ORDERS") {
    if (!(await hasGuests(database, code.email))) return { text: words.noGuestOrders, locale };
    return { text: mailedText(purpose), locale };
  }
  const isRegistration = purpose === "REGISTER";
  if (owner && owner.status !== "ACTIVE") return undefined;
  if (isRegistration && owner) return { text: words.taken, locale };
  if (!isRegistration && !owner) return { text: words.unknown, locale };
  return { text: mailedText(purpose), locale };

  function mailedText(of: AnonymousPurpose): Text {
    const [mailed] = tokens.emailCodes(id);
    return withLink(words[TRANSLATION_OF[of]](mailed, CODE_MINUTES), mailed, `code?code=${mailed}`, publicUrl);
  }
}

const startClock = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("email_code")
    .set({ expiresAt: sql<Date>`app_now() + ${`${CODE_MINUTES} min`}::interval` })
    .where("id", "=", id)
    .where("endedAt", "is", null),
);

/** Starts the ten minutes of the code after the mail server has accepted the notification. */
export async function noteMailed(database: Database, id: string): Promise<void> {
  await startClock.change(database.read(), { id });
}
