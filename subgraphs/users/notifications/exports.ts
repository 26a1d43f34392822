// The mail that an export is ready. Only a verified address gets it; the download takes a session of the person.
import type { Database } from "../../../platform/postgres/database.ts";
import { MailRefused, type Mailer } from "../../../platform/mail.ts";
import { isRestricted, type Verification } from "../entities/user.ts";
import { findExportOwner } from "../queries/data-exports.ts";
import { mailOf } from "./mails.ts";
import { exportTextFor } from "./translations/personal-data.ts";

export const pathOfExport = (exportId: string) => `/exports/${exportId}`;

/** @throws Error for a transient failure, until the export expires */
export async function mailExport(
  database: Database,
  mailer: Mailer,
  { exportId, verification, publicUrl }: { exportId: string; verification: Verification; publicUrl: string | null },
): Promise<void> {
  const owner = await findExportOwner(database, exportId);
  if (!owner?.email || isRestricted(owner, verification)) return;
  const locale = owner.preferences.locale ?? "en";
  const link = publicUrl === null ? pathOfExport(exportId) : new URL(pathOfExport(exportId), publicUrl).href;
  try {
    await mailer.send(mailOf(exportId, owner.email, exportTextFor(locale)(link), locale));
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}
