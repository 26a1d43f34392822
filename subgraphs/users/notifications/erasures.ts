// The last mail to an erased person, with the secret that shows the receipts. The address is deleted after it.
import type { Database } from "../../../platform/postgres/database.ts";
import { MailRefused } from "../../../platform/mail.ts";
import { hashToken } from "../credentials/tokens.ts";
import { statement } from "../entities/tables.ts";
import { withLink } from "./links.ts";
import { mailOf } from "./mails.ts";
import type { MailDeps } from "./send.ts";
import { erasureTextFor } from "./translations/personal-data.ts";

const GIVEN_UP_AFTER_MS = 86_400_000;

const erasureToMail = statement((db, { id }: { id: string }) =>
  db
    .selectFrom("erasure")
    .select(["email", "locale", "secretHash", "erasedAt"])
    .where("id", "=", id)
    .where("email", "is not", null),
);

/** @throws Error for a transient failure */
export async function mailErasure(database: Database, post: MailDeps | null, erasureId: string): Promise<void> {
  const erasure = await erasureToMail.row(database.read(), { id: erasureId });
  const secret = post?.tokens.erasureSecrets(erasureId).find((one) => hashToken(one) === erasure?.secretHash);
  if (!erasure || !post || secret === undefined) return;
  const locale = erasure.locale ?? "en";
  const receipts = `erasure?${new URLSearchParams({ id: erasureId, secret }).toString()}`;
  const text = withLink(erasureTextFor(locale)(erasureId, secret), `${erasureId}\n${secret}`, receipts, post.publicUrl);
  try {
    await post.mailer.send(mailOf(erasureId, erasure.email!, text, locale));
  } catch (error) {
    if (!(error instanceof MailRefused) && Date.now() - erasure.erasedAt.getTime() < GIVEN_UP_AFTER_MS) throw error;
  }
}
